package io.jenkins.plugins.austa.engine.rollout;

/** What to do when nobody knows whether the candidate is well. */
public enum OnInconclusive {
  /** Go back, as if it had failed. */
  REVERT,
  /**
   * Leave everything as it is and fail the operation, so that a person can look, run it again or
   * revert.
   */
  HOLD
}
