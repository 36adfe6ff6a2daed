package io.jenkins.plugins.austa.engine.rollout;

/** The operation belongs to a rollout that another build began, or to none. */
public final class NotYourRolloutException extends RolloutException {

  private static final long serialVersionUID = 1L;

  NotYourRolloutException(String message) {
    super(message, null);
  }
}
