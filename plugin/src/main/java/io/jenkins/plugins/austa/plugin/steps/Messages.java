package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Turns what the engine throws into what ends a build: one message where the message says it all.
 */
final class Messages {

  private Messages() {}

  /**
   * @param kind what it means when the failure does not say of which kind it is
   */
  static Exception of(Throwable failure, FailureKind kind) {
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    if (wrapped && failure.getCause() != null) {
      return of(failure.getCause(), kind);
    }
    if (failure instanceof DeliveryFailedException known) {
      return known;
    }
    if (failure instanceof ClusterException) {
      return new DeliveryFailedException(FailureKind.ENVIRONMENT, failure.getMessage());
    }
    if (failure instanceof KubernetesClientException) {
      return new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "The cluster did not answer as it should: " + failure.getMessage());
    }
    if (failure instanceof RolloutException || failure instanceof AbortException) {
      return new DeliveryFailedException(kind, failure.getMessage());
    }
    return failure instanceof Exception exception
        ? exception
        : new IllegalStateException("the rollout ended unexpectedly", failure);
  }
}
