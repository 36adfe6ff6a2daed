package io.jenkins.plugins.austa.cli.host.steps;

import java.io.Serializable;

/**
 * The variable {@code scm}: the sources the run was started with. Only {@code checkout} uses it.
 */
public final class ScmVariable implements Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "scm";
  }
}
