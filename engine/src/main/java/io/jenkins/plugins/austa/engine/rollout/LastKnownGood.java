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
   * @param claim of the revision, looked at before the record was last written
   * @return completes when it can serve, with whether that had to be waited for; completes with
   *     {@link NoWayBackException} when it cannot
   */
  CompletableFuture<Boolean> canServe(ColourClaim claim) {
    return claim
        .take()
        .thenCompose(
            taken ->
                taken.serving() && !taken.fromZero()
                    ? CompletableFuture.completedFuture(false)
                    : waitUntilItServes(taken.fromZero()).thenApply(served -> true));
  }

  private CompletableFuture<Void> waitUntilItServes(boolean fromZero) {
    return session
        .waitFor(
            List.of(session.signals().canServe(good, fromZero)),
            session.settings().availableTimeout())
        .thenAccept(
            verdict -> {
              if (!(verdict instanceof SignalVerdict.Passed)) {
                throw new NoWayBackException(good, verdict.reason());
              }
            });
  }
}
