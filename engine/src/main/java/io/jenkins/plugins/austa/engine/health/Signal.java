package io.jenkins.plugins.austa.engine.health;

import java.util.concurrent.CompletableFuture;

/** One named observation of a set of workloads. */
public interface Signal {

  /** Stable name, lower case with dashes; appears in logs, records and reports. */
  String name();

  /**
   * Looks once.
   *
   * @return a future that completes normally: what cannot be observed is {@link
   *     SignalVerdict.Inconclusive}
   */
  CompletableFuture<SignalVerdict> judge();

  /** What tells that a pending verdict may have become another one. */
  default Changes changes() {
    return Changes.NONE;
  }
}
