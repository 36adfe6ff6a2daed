package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.deploy.RecordedRelease;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.deploy.ReleaseSettings;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import io.jenkins.plugins.austa.engine.rollout.StatusReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A blue-green rollout as one call of the command line works on it. */
final class HandRollout implements AutoCloseable {
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Renewed as long as this process lives, so it may be short: whoever pulls the plug keeps others
   * out no longer.
   */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "austa-by-hand");
            thread.setDaemon(true);
            return thread;
          });
  private final HandCluster cluster;
  private final RolloutTarget target;
  private final Router router;
  private final Rollout rollout;

  HandRollout(HandEnvironment environment, HandCluster cluster, Hands hands, Consumer<String> log) {
    this.cluster = cluster;
    this.target = environment.target();
    this.router = ReleaseRouter.of(environment.deployment(), cluster.client(), target);
    this.rollout =
        new Rollout(
            target,
            ReleaseSettings.of(environment.deployment()).leaseDuration(LEASE).build(),
            cluster.client(),
            router,
            metrics(environment),
            scheduler,
            Clock.systemUTC(),
            hands.holder(),
            log);
  }

  Rollout rollout() {
    return rollout;
  }

  Router router() {
    return router;
  }

  RolloutTarget target() {
    return target;
  }

  RecordedRelease recorded() {
    return new RecordedRelease(cluster.client(), target);
  }

  StatusReader status() {
    return new StatusReader(cluster.client(), target, router, Clock.systemUTC());
  }

  /**
   * Waits for an operation.
   *
   * @throws IOException with the message of what it failed with
   */
  static <T> T await(CompletableFuture<T> operation) throws IOException, InterruptedException {
    try {
      return operation.get();
    } catch (CancellationException e) {
      throw new IOException("It was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException) {
        throw new IOException("It was interrupted.", e);
      }
      if (e.getCause() instanceof RolloutException known) {
        throw new IOException(known.getMessage(), known);
      }
      throw new IOException("the rollout ended unexpectedly: " + e.getCause(), e.getCause());
    }
  }

  private static MetricsSource metrics(HandEnvironment environment) {
    return environment.prometheus() == null
        ? query ->
            CompletableFuture.completedFuture(
                MetricValue.noData("no Prometheus was given; see --prometheus"))
        : new PrometheusMetrics(environment.prometheus(), METRICS_TIMEOUT);
  }

  @Override
  public void close() {
    rollout.close();
    scheduler.shutdownNow();
  }
}
