package io.jenkins.plugins.austa.cli.host.steps;

import hudson.EnvVars;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/**
 * Sets variables as {@code withEnv} does: {@code PATH+X=dir} puts a folder in front, {@code
 * ${NAME}} in a value is replaced, an empty value removes the variable.
 */
final class OverridingExpander extends EnvironmentExpander {
  private static final long serialVersionUID = 1L;
  private final LinkedHashMap<String, String> overrides;

  OverridingExpander(Map<String, String> overrides) {
    this.overrides = new LinkedHashMap<>(overrides);
  }

  @Override
  public void expand(EnvVars env) {
    env.overrideAll(overrides);
  }
}
