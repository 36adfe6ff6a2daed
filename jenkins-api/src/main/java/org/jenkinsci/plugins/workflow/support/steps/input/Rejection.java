package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import jenkins.model.CauseOfInterruption;

/** Somebody who was asked by {@code input} said no. */
public final class Rejection extends CauseOfInterruption {
  private static final long serialVersionUID = 1;

  private final String userName;
  private final long timestamp;

  /** Said by {@code u}, null when nobody knows by whom. */
  public Rejection(@CheckForNull User u) {
    this.userName = u == null ? null : u.getId();
    this.timestamp = System.currentTimeMillis();
  }

  /** Who said no; null when nobody knows. */
  @CheckForNull
  public User getUser() {
    return userName == null ? null : User.getById(userName, true);
  }

  /** When, in milliseconds since 1970. */
  public long getTimestamp() {
    return timestamp;
  }

  @Override
  public String getShortDescription() {
    User user = getUser();
    return user == null ? "Rejected" : "Rejected by " + user.getDisplayName();
  }
}
