package io.jenkins.plugins.austa.engine.checks;

/**
 * A report of a check that cannot be read or trusted. The message says what was tried, why it
 * failed and what to do next.
 */
public final class CheckReportException extends Exception {
  private static final long serialVersionUID = 1;

  CheckReportException(String message) {
    super(message);
  }

  CheckReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
