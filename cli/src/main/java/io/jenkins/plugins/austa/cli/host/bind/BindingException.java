package io.jenkins.plugins.austa.cli.host.bind;

/** A step was called in a way it cannot be called; the message says how it can. */
public final class BindingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BindingException(String message) {
    super(message);
  }
}
