package io.jenkins.plugins.austa.cli.scene;

import java.util.Locale;

/** What goes wrong in a demo. */
public enum Fault {
  /**
   * The new version is healthy until users are on it; then every tenth of their requests is
   * answered 500.
   */
  ERROR_SPIKE,
  /** The new version answers quickly until users are on it. */
  SLOW,
  /** The pods of one service crash again and again once users are on them. */
  CRASH_LOOP,
  /** While the new version is watched, somebody puts the route back by hand. */
  LOST_CONVERGENCE,
  /** While the new version is watched, somebody else takes the lease and the rollout over. */
  LEASE_LOST,
  /** While the new version is watched, somebody aborts the build. */
  ABORTED,
  /** When all is done, somebody has the pipeline go back to the version before. */
  REGRETTED,
  /** The new version opens no WebSocket, which a check wants. */
  FAILED_CHECK,
  /** The pods of the new version never become ready. */
  NEVER_READY,
  /** A migration fails half way. */
  FAILING_MIGRATION,
  /** A unit test of the backend fails. */
  FAILING_TESTS,
  /** A scanner finds something critical. */
  CRITICAL_FINDING,
  /** A scanner fails before it has looked at anything. */
  SCANNER_CRASH;

  /** As it is written on the command line and as the folder with its recordings is called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
