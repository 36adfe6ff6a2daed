package io.jenkins.plugins.austa.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.config.AgentsConfig.Kind;

/**
 * Where the stages of a run are going to run.
 *
 * @param pods whether each stage gets a pod; else nodes are used
 * @param plannedInPod whether the plan was made in a pod, which has no tools
 * @param label the label that the Jenkinsfile names; empty for any node
 * @param config what the configuration says
 */
public record AgentsPlan(boolean pods, boolean plannedInPod, String label, AgentsConfig config) {

  /**
   * Decides between pods and nodes.
   *
   * @param config what the configuration says
   * @param label the label that the Jenkinsfile names; empty when none
   * @param podTemplate whether this Jenkins has the step {@code podTemplate}
   * @param cloud whether it has a cloud to start pods in
   * @throws IllegalArgumentException when pods are asked for and cannot be had
   */
  public static AgentsPlan of(
      AgentsConfig config, String label, boolean podTemplate, boolean cloud) {
    boolean asked = config.kind() == Kind.KUBERNETES;
    if (asked && !podTemplate) {
      throw new IllegalArgumentException(
          "agents.kind is kubernetes, but this Jenkins has no step podTemplate. Install the"
              + " kubernetes plugin and add a Kubernetes cloud (Manage Jenkins › Clouds), or set"
              + " agents.kind to nodes.");
    }
    // The same question is asked before the configuration can be read, for the agent that reads it.
    boolean unsaid = podTemplate && cloud && label.isEmpty();
    return new AgentsPlan(asked || config.kind() == Kind.AUTO && unsaid, unsaid, label, config);
  }

  /** Nodes with the Jenkinsfile's label for everything: what a plan of an older version means. */
  static AgentsPlan nodes() {
    return new AgentsPlan(false, false, "", AgentsConfig.defaults());
  }

  /** The label of the nodes that a stage runs on; empty for any. */
  @JsonIgnore
  public String label(AgentStage stage) {
    String own = stage.label(config.labels());
    return own == null ? label : own;
  }
}
