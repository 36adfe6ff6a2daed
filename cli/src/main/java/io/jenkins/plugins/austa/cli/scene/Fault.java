package io.jenkins.plugins.austa.cli.scene;

import java.util.Locale;

/** What goes wrong in a demo. */
public enum Fault {
  /**
   * The new version is healthy until users are on it; then every tenth of their requests is
   * answered 500.
   */
  ERROR_SPIKE,
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
