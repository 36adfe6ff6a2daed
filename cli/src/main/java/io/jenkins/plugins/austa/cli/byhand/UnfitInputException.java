package io.jenkins.plugins.austa.cli.byhand;

/**
 * What was given cannot be worked with: command line, configuration or kubeconfig. The message says
 * what to give instead.
 */
public final class UnfitInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnfitInputException(String message) {
    super(message);
  }
}
