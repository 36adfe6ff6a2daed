package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes sure that the revision to go back to has pods before traffic goes there. */
final class LastKnownGood {

  private final RolloutSession session;
  private final Revision good;

  LastKnownGood(RolloutSession session, Revision good) {
    this.session = session;
    this.good = good;
  }

  /**
   * Scales it up to the pods it had, and waits for them only where there were none.
   *
   * @return completes when it can serve; completes with {@link NoWayBackException} when it cannot
   */
  CompletableFuture<Void> canServe() {
    return session
        .call(this::claim)
        .thenCompose(
            fromZero ->
                session.waitFor(
                    List.of(session.signals().canServe(good, fromZero)),
                    session.settings().availableTimeout()))
        .thenAccept(
            verdict -> {
              if (!(verdict instanceof SignalVerdict.Passed)) {
                throw new NoWayBackException(good, verdict.reason());
              }
            });
  }

  private boolean claim() {
    String mark = session.holder() + " " + session.now();
    return session.workloads().claim(good.colour(), good.replicas(), mark, session::confirm);
  }
}
