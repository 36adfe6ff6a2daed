package io.jenkins.plugins.austa.plugin.run;

import hudson.AbortException;

/** The build ends because the configuration is wrong, not because the delivery failed. */
public final class ConfigurationRefusedException extends AbortException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message every mistake with its place
   */
  public ConfigurationRefusedException(String message) {
    super(message);
  }
}
