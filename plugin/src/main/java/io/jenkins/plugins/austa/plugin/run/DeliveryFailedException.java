package io.jenkins.plugins.austa.plugin.run;

import hudson.AbortException;
import io.jenkins.plugins.austa.engine.report.FailureKind;

/** A step ends the build, and knows of which kind the failure is. The message says it all. */
public final class DeliveryFailedException extends AbortException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;

  /**
   * @param kind which kind of failure it is
   * @param message what was tried, why it failed, what to do next
   */
  public DeliveryFailedException(FailureKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Which kind of failure it is. */
  public FailureKind kind() {
    return kind;
  }
}
