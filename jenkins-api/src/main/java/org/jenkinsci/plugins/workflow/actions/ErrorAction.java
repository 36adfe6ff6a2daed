package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Why a node did not end well. */
public class ErrorAction implements PersistentAction {
  private final Throwable error;

  /** Keeps an error. */
  public ErrorAction(@NonNull Throwable error) {
    this.error = error;
  }

  /** The error; another object of the same meaning where it could not be kept as it was. */
  @NonNull
  public Throwable getError() {
    return error;
  }

  @Override
  public String getIconFileName() {
    return null;
  }

  @Override
  public String getDisplayName() {
    return error.getMessage();
  }

  @Override
  public String getUrlName() {
    return null;
  }
}
