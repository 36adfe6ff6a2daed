package org.jenkinsci.plugins.workflow.actions;

/** Gives a node a name for people, as stages have. */
public class LabelAction implements PersistentAction {
  private final String displayName;

  /** Names its node. */
  public LabelAction(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String getIconFileName() {
    return null;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  @Override
  public String getUrlName() {
    return null;
  }
}
