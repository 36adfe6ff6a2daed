package io.jenkins.plugins.austa.cli.host.steps;

import java.io.Serializable;

/** A parameter definition, as far as the host needs it: its name and its default. */
public abstract class ParameterDefault implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String name;

  ParameterDefault(String name) {
    this.name = name;
  }

  /** Returns the parameter's name. */
  public final String name() {
    return name;
  }

  /** Returns the default value, never null. */
  public abstract Object value();
}
