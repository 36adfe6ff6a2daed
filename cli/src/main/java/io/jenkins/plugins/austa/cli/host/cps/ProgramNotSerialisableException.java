package io.jenkins.plugins.austa.cli.host.cps;

/** The program cannot be saved; the message names the variable, the place and what to do. */
public final class ProgramNotSerialisableException extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramNotSerialisableException(String message, Throwable cause) {
    super(message, cause);
  }
}
