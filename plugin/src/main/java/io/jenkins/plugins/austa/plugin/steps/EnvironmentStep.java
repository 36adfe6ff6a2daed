package io.jenkins.plugins.austa.plugin.steps;

import org.jenkinsci.plugins.workflow.steps.Step;

/** A step about one environment. */
public abstract class EnvironmentStep extends Step {
  private final String environment;

  EnvironmentStep(String environment) {
    this.environment = environment;
  }

  /** The environment's name, as in {@code austa.yaml}. */
  public final String getEnvironment() {
    return environment;
  }
}
