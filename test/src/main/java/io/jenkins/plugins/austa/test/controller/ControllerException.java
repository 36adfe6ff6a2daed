package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;

/** The controller did not do what it was asked for; the message says what that was. */
public final class ControllerException extends IOException {
  private static final long serialVersionUID = 1L;

  public ControllerException(String message) {
    super(message);
  }

  public ControllerException(String message, Throwable cause) {
    super(message, cause);
  }
}
