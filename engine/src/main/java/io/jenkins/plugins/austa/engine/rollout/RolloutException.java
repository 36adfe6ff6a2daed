package io.jenkins.plugins.austa.engine.rollout;

/**
 * A rollout operation that could not be done. The message says what was tried, why it failed and
 * what to do next.
 */
public abstract class RolloutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RolloutException(String message, Throwable cause) {
    super(message, cause);
  }
}
