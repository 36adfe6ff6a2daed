package io.jenkins.plugins.austa.engine.migrations;

/** Whether the pending migrations may be applied while the running version keeps serving. */
public enum MigrationVerdict {
  /** Nothing is pending. */
  NOTHING_TO_DO,
  /** They only add: the running version keeps working, and traffic may go back to it. */
  COMPATIBLE,
  /** They break the running version or cannot be judged, and the plan allows that. */
  NO_WAY_BACK,
  /** They break the running version or cannot be judged, and the plan does not allow that. */
  REFUSED
}
