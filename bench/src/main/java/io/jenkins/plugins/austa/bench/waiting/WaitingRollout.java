package io.jenkins.plugins.austa.bench.waiting;

import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.engine.access.SharedClients;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** One rollout, opened as the plugin opens it for a step. */
final class WaitingRollout implements AutoCloseable {
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(10);
  private static final String CONVERGED = "convergence: ";

  private final SharedClients.Lease cluster;
  private final RolloutTarget target;
  private final Rollout rollout;
  private final CompletableFuture<Void> verifying = new CompletableFuture<>();
  private volatile CompletableFuture<RolloutOutcome> running;

  WaitingRollout(
      SharedClients clients,
      Kubeconfig kubeconfig,
      URI metrics,
      RolloutTarget target,
      ScheduledExecutorService scheduler,
      Duration verifyWindow) {
    this.cluster = clients.open(kubeconfig);
    this.target = target;
    this.rollout =
        new Rollout(
            target,
            RolloutSettings.builder().verifyWindow(verifyWindow).build(),
            cluster.client(),
            new IngressRouter(cluster.client(), target),
            new PrometheusMetrics(metrics, METRICS_TIMEOUT),
            scheduler,
            Clock.systemUTC(),
            "bench-" + target.release(),
            this::said);
  }

  private void said(String line) {
    if (line.startsWith(CONVERGED)) {
      verifying.complete(null);
    }
  }

  /** Completes when it waits for an approval. */
  CompletableFuture<Void> checked() {
    running =
        rollout.prepare(ManyReleases.request(target)).thenCompose(prepared -> rollout.check());
    return running.thenAccept(WaitingRollout::requireSuccess);
  }

  private static void requireSuccess(RolloutOutcome outcome) {
    if (!outcome.succeeded()) {
      throw new IllegalStateException(outcome.message());
    }
  }

  /** Completes when it verifies. */
  CompletableFuture<Void> verifying() {
    running = rollout.switchTraffic();
    running.whenComplete(
        (outcome, failure) ->
            verifying.completeExceptionally(
                failure != null ? failure : new IllegalStateException(outcome.message())));
    return verifying;
  }

  /** Completes when it has gone all the way. */
  CompletableFuture<Void> ended() {
    return checked()
        .thenCompose(checked -> rollout.switchTraffic())
        .thenCompose(verified -> rollout.retire())
        .thenAccept(WaitingRollout::requireSuccess);
  }

  /** Why it does not wait any more. */
  Optional<String> whyNotWaiting() {
    return verifying.isDone() && running.isDone()
        ? Optional.of(running.handle((outcome, failure) -> text(outcome, failure)).join())
        : Optional.empty();
  }

  private static String text(RolloutOutcome outcome, Throwable failure) {
    return failure == null ? outcome.message() : String.valueOf(failure);
  }

  @Override
  public void close() {
    rollout.close();
    cluster.close();
  }
}
