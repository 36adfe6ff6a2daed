package io.jenkins.plugins.austa.engine.access;

/**
 * A kubeconfig cannot be used. The message says why and what to do and never quotes the file, which
 * is a secret; for the same reason there is no cause.
 */
public final class KubeconfigException extends Exception {
  private static final long serialVersionUID = 1L;

  KubeconfigException(String message) {
    super(message);
  }
}
