package io.jenkins.plugins.austa.cli.host.steps;

import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code booleanParam(name: …, defaultValue: …)}. */
public final class BooleanParameter extends ParameterDefault {
  private static final long serialVersionUID = 1L;
  private boolean defaultValue;

  /** Called by binding. */
  @DataBoundConstructor
  public BooleanParameter(String name) {
    super(name);
  }

  /** Sets the default. */
  @DataBoundSetter
  public void setDefaultValue(boolean defaultValue) {
    this.defaultValue = defaultValue;
  }

  /** Accepted; the host shows no form. */
  @DataBoundSetter
  public void setDescription(String description) {
    // Nothing to show it in.
  }

  @Override
  public Object value() {
    return defaultValue;
  }
}
