package io.jenkins.plugins.austa.plugin.steps;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.agents.StagePods;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.Toolchains;
import io.jenkins.plugins.austa.plugin.library.PackedPods;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The pods of a plan, as the step {@code podTemplate} of the kubernetes plugin takes them. */
final class AgentPods {

  private AgentPods() {}

  /**
   * Makes sure that every stage can have its pod, before the first of them starts.
   *
   * @throws IllegalArgumentException when a container has no image with a digest
   */
  static void requireAll(PipelinePlan plan) throws IOException {
    if (!plan.agents().pods()) {
      return;
    }
    StagePods pods = new StagePods(PackedPods.get(), plan.agents().config());
    for (AgentStage stage : AgentStage.values()) {
      pods.pod(stage, Toolchains.of(plan, stage));
    }
  }

  static Pod pod(AgentsConfig config, AgentStage stage, Set<String> toolchains) throws IOException {
    return new StagePods(PackedPods.get(), config).pod(stage, toolchains);
  }

  /**
   * The arguments of {@code podTemplate}. Nothing is inherited but what the administrator has made
   * every pod inherit, and the YAML is not printed: the log names containers and images.
   */
  static Map<String, Object> arguments(AgentsConfig config, AgentStage stage, Pod pod) {
    Map<String, Object> arguments =
        PlanView.map(
            "name",
            "austa-" + stage,
            "yaml",
            Serialization.asYaml(pod),
            "inheritFrom",
            "",
            "showRawYaml",
            false);
    putIfGiven(arguments, "cloud", config.cloud());
    putIfGiven(arguments, "namespace", config.namespace());
    return arguments;
  }

  private static void putIfGiven(Map<String, Object> arguments, String name, String value) {
    if (value != null) {
      arguments.put(name, value);
    }
  }
}
