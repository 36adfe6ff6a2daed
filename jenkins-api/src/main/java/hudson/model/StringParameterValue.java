package hudson.model;

import hudson.EnvVars;
import hudson.Util;
import java.util.Locale;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;

/** A parameter with a text. */
public class StringParameterValue extends ParameterValue {
  private static final long serialVersionUID = 1L;

  /** The text, never null. */
  public String value;

  /** Takes {@code value}, null as the empty text. */
  @DataBoundConstructor
  public StringParameterValue(String name, String value) {
    this(name, value, null);
  }

  /** Takes {@code value}, null as the empty text. */
  public StringParameterValue(String name, String value, String description) {
    super(name, description);
    this.value = Util.fixNull(value);
  }

  @Override
  public void buildEnvironment(Run<?, ?> build, EnvVars env) {
    env.put(name, value);
    env.put(name.toUpperCase(Locale.ENGLISH), value);
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Objects.hashCode(value);
  }

  @Override
  public boolean equals(Object obj) {
    return super.equals(obj) && Objects.equals(value, ((StringParameterValue) obj).value);
  }

  @Override
  public String toString() {
    return "(StringParameterValue) " + getName() + "='" + value + "'";
  }

  @Override
  public String getShortDescription() {
    return name + '=' + value;
  }
}
