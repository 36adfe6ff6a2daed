package io.jenkins.plugins.austa.engine.agents;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds to a pod the volumes that its containers mount. */
final class PodVolumes {
  private static final Quantity MOST = new Quantity("10Gi");
  private static final String REGISTRY = "registry";
  private static final String REGISTRY_FOLDER = "/secrets/registry";

  private final PodSpec spec;
  private final AgentsConfig config;

  PodVolumes(PodSpec spec, AgentsConfig config) {
    this.spec = spec;
    this.config = config;
  }

  /** Gives some containers the registry's credentials, if there are any. */
  void registry(Set<String> names) {
    if (config.registrySecret() == null) {
      return;
    }
    VolumeMount mount =
        new VolumeMountBuilder()
            .withName(REGISTRY)
            .withMountPath(REGISTRY_FOLDER)
            .withReadOnly(true)
            .build();
    for (Container container : spec.getContainers()) {
      if (names.contains(container.getName())) {
        container.getVolumeMounts().add(mount);
        container
            .getEnv()
            .add(new EnvVarBuilder().withName("DOCKER_CONFIG").withValue(REGISTRY_FOLDER).build());
      }
    }
    spec.getVolumes()
        .add(
            new VolumeBuilder()
                .withName(REGISTRY)
                .withNewSecret()
                .withSecretName(config.registrySecret())
                .addNewItem()
                .withKey(".dockerconfigjson")
                .withPath("config.json")
                .endItem()
                .endSecret()
                .build());
  }

  /** Adds what is mounted and not there yet: a claim where one is configured, else an emptyDir. */
  void complete() {
    Set<String> missing = new TreeSet<>();
    for (Container container : spec.getContainers()) {
      container.getVolumeMounts().forEach(mount -> missing.add(mount.getName()));
    }
    spec.getVolumes().forEach(volume -> missing.remove(volume.getName()));
    Map<String, String> claims = claims();
    missing.forEach(name -> spec.getVolumes().add(volume(name, claims.get(name))));
  }

  private Map<String, String> claims() {
    Map<String, String> claims = new HashMap<>();
    claims.put("cache-npm", config.caches().npm());
    claims.put("cache-pip", config.caches().pip());
    claims.put("cache-trivy", config.caches().trivy());
    claims.put("cache-buildkit", config.caches().buildkit());
    return claims;
  }

  private static Volume volume(String name, String claim) {
    VolumeBuilder volume = new VolumeBuilder().withName(name);
    return claim == null
        ? volume.withNewEmptyDir().withSizeLimit(MOST).endEmptyDir().build()
        : volume.withNewPersistentVolumeClaim(claim, false).build();
  }
}
