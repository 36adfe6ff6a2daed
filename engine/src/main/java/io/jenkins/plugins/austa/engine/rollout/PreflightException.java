package io.jenkins.plugins.austa.engine.rollout;

/** A rollout that could not end well, refused before anything is touched. */
public final class PreflightException extends RolloutException {

  private static final long serialVersionUID = 1L;

  PreflightException(String message) {
    super(message + " Nothing was touched.", null);
  }
}
