package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** The API server could not be reached, denied a request or failed. */
public final class ClusterException extends RolloutException {

  private static final long serialVersionUID = 1L;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final int code;

  /**
   * @param tried what was being done, as in "Could not " + tried
   */
  public ClusterException(String tried, KubernetesClientException cause) {
    super("Could not " + tried + ": " + why(cause) + ". " + next(code(cause)), cause);
    this.code = code(cause);
  }

  /** HTTP status of the API server's answer, 0 when there was none. */
  public int code() {
    return code;
  }

  /** Whether the API server has understood the request and has said that it will not do it. */
  boolean isRefusal() {
    return code == UNAUTHORIZED || code == FORBIDDEN;
  }

  /** The client says -1 when there was no answer. */
  private static int code(KubernetesClientException cause) {
    return Math.max(0, cause.getCode());
  }

  /** Where there was no answer, the client's own words hide what happened. */
  private static String why(KubernetesClientException cause) {
    if (code(cause) > 0) {
      Status status = cause.getStatus();
      boolean told =
          status != null && status.getMessage() != null && !status.getMessage().isBlank();
      return "the API server answered "
          + code(cause)
          + (told ? ", " + status.getMessage().replaceFirst("\\.$", "") : "");
    }
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage().replaceFirst("\\.$", "");
  }

  private static String next(int code) {
    return switch (code) {
      case 0 -> "Check that the API server can be reached from here, then run again.";
      case UNAUTHORIZED -> "The credential is not accepted; renew it, then run again.";
      case FORBIDDEN -> "Grant the verb to the account of this credential, then run again.";
      case NOT_FOUND -> "Check that the namespace exists, then run again.";
      default -> "Run again when the API server is well.";
    };
  }
}
