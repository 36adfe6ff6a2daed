package io.jenkins.plugins.austa.cli.command;

/** What the process ends with. */
final class ExitCode {
  /** The pipeline succeeded. */
  static final int SUCCESS = 0;

  /** The pipeline failed or was aborted. */
  static final int FAILED = 1;

  /** The command line or the configuration is wrong. */
  static final int WRONG_USE = 2;

  /** Somebody has interrupted it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
