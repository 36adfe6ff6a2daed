package org.jenkinsci.plugins.workflow.steps;

import jenkins.model.CauseOfInterruption;

/** Stopped by an exception. */
class ExceptionCause extends CauseOfInterruption {
  private static final long serialVersionUID = 1L;

  private final Throwable t;

  ExceptionCause(Throwable t) {
    this.t = t;
  }

  @Override
  public String getShortDescription() {
    return "Exception: " + t.getMessage();
  }
}
