package io.jenkins.plugins.austa.cli.host.steps;

import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code string(name: …, defaultValue: …)}, also for {@code text} and {@code password}. */
public final class TextParameter extends ParameterDefault {
  private static final long serialVersionUID = 1L;
  private String defaultValue = "";

  /** Called by binding. */
  @DataBoundConstructor
  public TextParameter(String name) {
    super(name);
  }

  /** Sets the default. */
  @DataBoundSetter
  public void setDefaultValue(String defaultValue) {
    this.defaultValue = defaultValue == null ? "" : defaultValue;
  }

  /** Accepted; the host shows no form. */
  @DataBoundSetter
  public void setDescription(String description) {
    // Nothing to show it in.
  }

  /** Accepted; the host shows no form. */
  @DataBoundSetter
  public void setTrim(boolean trim) {
    if (trim) {
      defaultValue = defaultValue.strip();
    }
  }

  @Override
  public Object value() {
    return defaultValue;
  }
}
