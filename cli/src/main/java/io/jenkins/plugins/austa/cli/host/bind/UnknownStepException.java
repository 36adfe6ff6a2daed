package io.jenkins.plugins.austa.cli.host.bind;

/** The program calls something that exists neither as a step nor as a library variable. */
public final class UnknownStepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownStepException(String message) {
    super(message);
  }
}
