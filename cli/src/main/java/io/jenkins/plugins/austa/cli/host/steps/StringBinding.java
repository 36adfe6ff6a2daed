package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.Run;
import java.nio.file.Path;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code string(credentialsId: …, variable: …)}: a secret text. */
public final class StringBinding extends CredentialsBinding {
  private final String variable;

  /** Called by binding. */
  @DataBoundConstructor
  public StringBinding(String variable, String credentialsId) {
    super(credentialsId);
    this.variable = variable;
  }

  @Override
  Map<String, String> bind(Run<?, ?> run, Path folder) throws AbortException {
    return Map.of(variable, find(StringCredentials.class, run).getSecret().getPlainText());
  }
}
