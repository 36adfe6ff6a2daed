package io.jenkins.plugins.austa.engine.agents;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.config.AgentsConfig.Resources;
import io.jenkins.plugins.austa.engine.config.PinnedImage;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.Toolchains;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes the pod of a stage from the templates and what the configuration says of agents. */
public final class StagePods {
  private static final String BUILDKIT = "buildkit";

  private final PodTemplates templates;
  private final AgentsConfig config;

  /**
   * @param templates the plugin's templates
   * @param config what the configuration says
   */
  public StagePods(PodTemplates templates, AgentsConfig config) {
    this.templates = templates;
    this.config = config;
  }

  /**
   * The pod of a stage: the agent, and one container for each toolchain.
   *
   * @throws UnpinnedImageException when a toolchain has no image with a digest
   */
  public Pod pod(AgentStage stage, Set<String> toolchains) throws UnpinnedImageException {
    Pod pod = templates.pod();
    pod.getMetadata().getLabels().put("austa.io/stage", stage.toString());
    PodSpec spec = pod.getSpec();
    spec.setServiceAccountName(config.serviceAccount());
    spec.setActiveDeadlineSeconds(config.deadline().toSeconds());
    spec.setNodeSelector(new TreeMap<>(config.nodeSelector()));
    spec.setImagePullSecrets(
        config.pullSecrets().stream().map(name -> new LocalObjectReference(name)).toList());
    for (String toolchain : toolchains) {
      spec.getContainers().add(templates.container(toolchain));
    }
    if (toolchains.contains(Toolchains.DOCKER)) {
      builder(spec);
    }
    for (Container container : spec.getContainers()) {
      container.setImage(image(container.getName()).toString());
      resources(container);
    }
    PodVolumes volumes = new PodVolumes(spec, config);
    if (stage == AgentStage.BUILD) {
      volumes.registry(Set.of(Toolchains.DOCKER, Toolchains.TRIVY));
    }
    volumes.complete();
    return pod;
  }

  /** A rootless BuildKit beside the command line, unless there is one to be used elsewhere. */
  private void builder(PodSpec spec) {
    if (config.builder() == null) {
      spec.getContainers().add(templates.container(BUILDKIT));
      return;
    }
    spec.getContainers().stream()
        .filter(container -> container.getName().equals(Toolchains.DOCKER))
        .flatMap(container -> container.getEnv().stream())
        .filter(variable -> variable.getName().equals("BUILDKIT_HOST"))
        .forEach(variable -> variable.setValue(config.builder()));
  }

  private PinnedImage image(String toolchain) throws UnpinnedImageException {
    PinnedImage configured = config.images().get(toolchain);
    return configured == null
        ? templates.image(toolchain).orElseThrow(() -> new UnpinnedImageException(toolchain))
        : configured;
  }

  private void resources(Container container) {
    Resources wanted = config.resources().get(container.getName());
    if (wanted == null) {
      return;
    }
    set(container, "cpu", wanted.cpu());
    set(container, "memory", wanted.memory());
  }

  private static void set(Container container, String resource, String amount) {
    if (amount == null) {
      return;
    }
    Quantity quantity = new Quantity(amount);
    container.getResources().getRequests().put(resource, quantity);
    container.getResources().getLimits().put(resource, quantity);
  }

  /** Each container with its image, for the log. */
  public static Map<String, String> images(Pod pod) {
    Map<String, String> images = new TreeMap<>();
    pod.getSpec()
        .getContainers()
        .forEach(container -> images.put(container.getName(), container.getImage()));
    return images;
  }
}
