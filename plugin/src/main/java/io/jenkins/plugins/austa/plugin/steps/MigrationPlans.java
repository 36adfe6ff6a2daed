package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.austa.engine.plan.MigrationCommands;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.util.List;
import java.util.Map;

/** The migrations of a plan, as the Groovy side runs them and as the steps find them again. */
final class MigrationPlans {

  private MigrationPlans() {}

  static List<Map<String, Object>> of(PipelinePlan plan, String environment) {
    return plan.services().stream()
        .flatMap(
            service ->
                MigrationCommands.of(service, environment).stream()
                    .map(commands -> view(plan, service, commands)))
        .toList();
  }

  private static Map<String, Object> view(
      PipelinePlan plan, ServicePlan service, MigrationCommands commands) {
    return PlanView.map(
        "service",
        commands.service(),
        "container",
        AgentView.container(plan, service.toolchain()),
        "install",
        service.install(),
        "statusCommand",
        commands.statusCommand(),
        "deployCommand",
        commands.deployCommand());
  }

  static ServicePlan service(PipelinePlan plan, String name) throws AbortException {
    return plan.services().stream()
        .filter(service -> service.name().equals(name) && service.migrations() != null)
        .findFirst()
        .orElseThrow(
            () -> new AbortException("The plan has no migrations of a service \"" + name + "\"."));
  }
}
