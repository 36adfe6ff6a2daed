package io.jenkins.plugins.austa.plugin.steps;

import hudson.slaves.Cloud;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.plan.AgentsPlan;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Whether pods can be had here. The kubernetes plugin is known by name only: it may be absent. */
final class KubernetesClouds {
  private static final String CLOUD = "org.csanchez.jenkins.plugins.kubernetes.KubernetesCloud";

  private KubernetesClouds() {}

  /** Decides between pods and nodes by what this Jenkins has. */
  static AgentsPlan plan(AgentsConfig config, String label) {
    boolean podTemplate = StepDescriptor.byFunctionName("podTemplate") != null;
    boolean cloud = Jenkins.get().clouds.stream().anyMatch(KubernetesClouds::isKubernetes);
    return AgentsPlan.of(config, label, podTemplate, cloud);
  }

  private static boolean isKubernetes(Cloud cloud) {
    Class<?> type = cloud.getClass();
    while (type != null && !type.getName().equals(CLOUD)) {
      type = type.getSuperclass();
    }
    return type != null;
  }
}
