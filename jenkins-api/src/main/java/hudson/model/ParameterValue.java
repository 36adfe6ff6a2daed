package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import java.io.Serializable;
import java.util.Objects;

/** The value of one parameter of a build. */
public abstract class ParameterValue implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Name of the parameter. */
  protected final String name;

  private String description;

  /** Names the parameter and says what it is for. */
  protected ParameterValue(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /** Names the parameter. */
  protected ParameterValue(String name) {
    this(name, null);
  }

  /** Returns what the parameter is for, or null. */
  public String getDescription() {
    return description;
  }

  /** Says what the parameter is for. */
  public void setDescription(String description) {
    this.description = description;
  }

  /** Returns the name of the parameter. */
  public final String getName() {
    return name;
  }

  /** Returns the value, null where it is not to be seen. */
  @CheckForNull
  public Object getValue() {
    return null;
  }

  /** Adds the value to the variables of {@code build}. */
  public void buildEnvironment(Run<?, ?> build, EnvVars env) {}

  /** Returns whether the value is not to be seen. */
  public boolean isSensitive() {
    return false;
  }

  /** Returns name and value for people. */
  public String getShortDescription() {
    return toString();
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }

  @Override
  public boolean equals(Object obj) {
    return obj != null
        && obj.getClass() == getClass()
        && Objects.equals(name, ((ParameterValue) obj).name);
  }
}
