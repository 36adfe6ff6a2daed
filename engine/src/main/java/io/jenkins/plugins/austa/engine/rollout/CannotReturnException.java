package io.jenkins.plugins.austa.engine.rollout;

/** A revision that cannot be gone back to; found before anything is touched. */
public final class CannotReturnException extends RolloutException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why a clause without its full stop
   * @param next what to do, whole sentences
   */
  CannotReturnException(Object wanted, String why, String next) {
    super(
        "There is no going back to " + wanted + ": " + why + ". Nothing was touched. " + next,
        null);
  }
}
