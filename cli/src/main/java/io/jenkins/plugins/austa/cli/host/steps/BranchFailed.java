package io.jenkins.plugins.austa.cli.host.steps;

import jenkins.model.CauseOfInterruption;

/** Why a branch was stopped: another one failed, and {@code failFast} was set. */
public final class BranchFailed extends CauseOfInterruption {
  private static final long serialVersionUID = 1L;
  private final String branch;

  BranchFailed(String branch) {
    this.branch = branch;
  }

  @Override
  public String getShortDescription() {
    return "Failed in branch " + branch;
  }
}
