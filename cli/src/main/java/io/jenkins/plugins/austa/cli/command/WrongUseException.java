package io.jenkins.plugins.austa.cli.command;

/** What was asked for cannot be done as it was asked. */
final class WrongUseException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUseException(String message) {
    super(message);
  }
}
