package io.jenkins.plugins.austa.cli.host.steps;

import jenkins.model.CauseOfInterruption;

/** Why a body was stopped: the timeout step around it expired. */
public final class TimeoutExceeded extends CauseOfInterruption {
  private static final long serialVersionUID = 1L;
  private final int step;

  TimeoutExceeded(int step) {
    this.step = step;
  }

  @Override
  public String getShortDescription() {
    return "Timeout has been exceeded";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeoutExceeded that && step == that.step;
  }

  @Override
  public int hashCode() {
    return step;
  }
}
