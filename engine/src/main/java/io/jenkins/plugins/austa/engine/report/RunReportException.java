package io.jenkins.plugins.austa.engine.report;

import java.io.IOException;

/** A {@code run.json} could not be read or written; the message says which and what to do. */
public class RunReportException extends IOException {
  private static final long serialVersionUID = 1L;

  RunReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
