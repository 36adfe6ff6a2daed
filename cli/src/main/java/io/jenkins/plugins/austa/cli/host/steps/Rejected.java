package io.jenkins.plugins.austa.cli.host.steps;

import jenkins.model.CauseOfInterruption;

/** Why a run was stopped: somebody said no. */
public final class Rejected extends CauseOfInterruption {
  private static final long serialVersionUID = 1L;
  private final String user;

  Rejected(String user) {
    this.user = user;
  }

  /** Returns the id of who said no. */
  public String user() {
    return user;
  }

  @Override
  public String getShortDescription() {
    return "Rejected by " + user;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rejected that && user.equals(that.user);
  }

  @Override
  public int hashCode() {
    return user.hashCode();
  }
}
