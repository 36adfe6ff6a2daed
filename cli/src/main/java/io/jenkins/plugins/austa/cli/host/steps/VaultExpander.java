package io.jenkins.plugins.austa.cli.host.steps;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.EnvVars;
import io.jenkins.plugins.austa.cli.host.services.SecretVault;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Sets secret variables, which stay in the vault. */
@SuppressFBWarnings(value = "SE_BAD_FIELD", justification = "host objects are saved as references")
final class VaultExpander extends EnvironmentExpander {
  private static final long serialVersionUID = 1L;
  private final SecretVault vault;
  private final int number;

  VaultExpander(SecretVault vault, int number) {
    this.vault = vault;
    this.number = number;
  }

  @Override
  public void expand(EnvVars env) {
    env.putAll(vault.get(number));
  }

  @Override
  public Set<String> getSensitiveVariables() {
    return vault.names(number);
  }
}
