package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what an environment's configuration leaves open. */
final class EnvironmentPlanner {
  private static final String PRODUCTION = "production";

  private final String platform;
  private final List<ServicePlan> services;
  private final RunFacts run;

  EnvironmentPlanner(String platform, List<ServicePlan> services, RunFacts run) {
    this.platform = platform;
    this.services = services;
    this.run = run;
  }

  DeploymentPlan plan(String name, EnvironmentConfig environment) {
    boolean production = name.equals(PRODUCTION);
    Boolean approval = environment.approval().required();
    boolean deploys = environment.branches().contains(run.branch());
    return new DeploymentPlan(
        name,
        environment.isBlueGreen(name) ? "blue-green" : "rolling",
        orElse(environment.namespace(), "austa-" + platform + "-" + name),
        orElse(environment.release(), "austa-" + name),
        environment.host(),
        environment.router(),
        environment.gateway(),
        deploys,
        reason(deploys, environment.branches()),
        approval == null ? production : approval,
        environment.approval().approvers(),
        Math.max(1, environment.approval().timeout().toMinutes()),
        replicas(environment.replicas()),
        environment.health(),
        environment.verify(),
        environment.retire());
  }

  private String reason(boolean deploys, List<String> branches) {
    String branch = run.branch().isBlank() ? "no known branch" : "branch " + run.branch();
    return deploys
        ? branch + " deploys here"
        : branch + " is built; only " + String.join(", ", branches) + " deploys here";
  }

  private Map<String, Integer> replicas(Map<String, Integer> configured) {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    services.forEach(
        service -> replicas.put(service.name(), configured.getOrDefault(service.name(), 1)));
    return replicas;
  }

  private static String orElse(String configured, String derived) {
    return configured == null ? derived : configured;
  }
}
