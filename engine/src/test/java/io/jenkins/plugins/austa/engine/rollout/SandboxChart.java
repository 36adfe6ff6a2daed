package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;

/** What the chart installs for one colour, put on the sandbox without Helm. */
final class SandboxChart {

  private final KubernetesClient client;
  private final RolloutTarget target;

  SandboxChart(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
  }

  void install(Preparation preparation) {
    for (RolloutService service : target.services()) {
      String name = target.objectName(service, preparation.colour());
      Deployment deployment = deployment(name, service, preparation);
      boolean exists =
          client.apps().deployments().inNamespace(target.namespace()).withName(name).get() != null;
      if (exists) {
        client.resource(deployment).update();
      } else {
        client.resource(deployment).create();
        client.resource(service(name, service, preparation)).create();
      }
    }
  }

  private Map<String, String> selector(RolloutService service, Preparation preparation) {
    return Map.of(
        "app.kubernetes.io/name", service.name(),
        "app.kubernetes.io/instance", preparation.helmRelease());
  }

  private Map<String, String> labels(RolloutService service, Preparation preparation) {
    Map<String, String> labels = new HashMap<>(selector(service, preparation));
    labels.put("austa.io/release", target.release());
    labels.put("austa.io/colour", preparation.colour().toString());
    labels.put("austa.io/revision", String.valueOf(preparation.revision().number()));
    return labels;
  }

  private Deployment deployment(String name, RolloutService service, Preparation preparation) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(target.namespace())
        .withName(name)
        .withLabels(labels(service, preparation))
        .endMetadata()
        .withNewSpec()
        .withReplicas(preparation.replicas().getOrDefault(service.name(), 2))
        .withNewSelector()
        .withMatchLabels(selector(service, preparation))
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels(service, preparation))
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(service.name())
        .withImage(preparation.revision().images().get(service.name()))
        .addToEnv(
            new EnvVar("AUSTA_SERVICE", service.name(), null),
            new EnvVar("AUSTA_COLOUR", preparation.colour().toString(), null),
            new EnvVar("AUSTA_REVISION", String.valueOf(preparation.revision().number()), null))
        .addNewPort()
        .withName("http")
        .withContainerPort(8080)
        .endPort()
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath("/healthz")
        .withPort(new IntOrString("http"))
        .endHttpGet()
        .endReadinessProbe()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private Service service(String name, RolloutService service, Preparation preparation) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(target.namespace())
        .withName(name)
        .withLabels(labels(service, preparation))
        .endMetadata()
        .withNewSpec()
        .withSelector(selector(service, preparation))
        .addNewPort()
        .withName("http")
        .withPort(80)
        .withTargetPort(new IntOrString("http"))
        .endPort()
        .endSpec()
        .build();
  }
}
