package io.jenkins.plugins.austa.cli.host.cps;

import jenkins.model.CauseOfInterruption;

/** Why a body is stopped: the step around it failed while the body was running. */
final class BodyOfFailedStep extends CauseOfInterruption {
  private static final long serialVersionUID = 1L;
  private final String step;

  BodyOfFailedStep(String step) {
    this.step = step;
  }

  @Override
  public String getShortDescription() {
    return "The step " + step + " around this body failed";
  }
}
