package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;

/**
 * Turns what the engine throws into what ends a build: one message where the message says it all.
 */
final class Messages {

  private Messages() {}

  static Throwable of(Throwable failure) {
    return failure instanceof RolloutException ? new AbortException(failure.getMessage()) : failure;
  }

  static Exception exception(Throwable failure) {
    return of(failure) instanceof Exception exception
        ? exception
        : new IllegalStateException("the rollout ended unexpectedly", failure);
  }
}
