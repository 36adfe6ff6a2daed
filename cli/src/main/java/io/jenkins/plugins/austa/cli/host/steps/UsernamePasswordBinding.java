package io.jenkins.plugins.austa.cli.host.steps;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import java.nio.file.Path;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code usernamePassword(credentialsId: …, usernameVariable: …, passwordVariable: …)}. */
public final class UsernamePasswordBinding extends CredentialsBinding {
  private final String usernameVariable;
  private final String passwordVariable;

  /** Called by binding. */
  @DataBoundConstructor
  public UsernamePasswordBinding(
      String usernameVariable, String passwordVariable, String credentialsId) {
    super(credentialsId);
    this.usernameVariable = usernameVariable;
    this.passwordVariable = passwordVariable;
  }

  @Override
  Map<String, String> bind(Run<?, ?> run, Path folder) throws AbortException {
    StandardUsernamePasswordCredentials found =
        find(StandardUsernamePasswordCredentials.class, run);
    return Map.of(
        usernameVariable,
        found.getUsername(),
        passwordVariable,
        found.getPassword().getPlainText());
  }
}
