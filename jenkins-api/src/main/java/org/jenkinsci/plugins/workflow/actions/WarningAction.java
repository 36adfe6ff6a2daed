package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;

/** Marks a node as not quite well although the run went on. */
public class WarningAction implements PersistentAction {
  private final Result result;
  private String message;

  /** A warning that is to be shown as {@code result}. */
  public WarningAction(@NonNull Result result) {
    this.result = result;
  }

  /** Says why. */
  public WarningAction withMessage(String message) {
    this.message = message;
    return this;
  }

  /** Why; null when nobody said. */
  @CheckForNull
  public String getMessage() {
    return message;
  }

  /** What the node is to be shown as. */
  @NonNull
  public Result getResult() {
    return result;
  }

  @Override
  public String getDisplayName() {
    return message == null ? "Warning" : "Warning: " + message;
  }

  @Override
  public String getIconFileName() {
    return null;
  }

  @Override
  public String getUrlName() {
    return null;
  }
}
