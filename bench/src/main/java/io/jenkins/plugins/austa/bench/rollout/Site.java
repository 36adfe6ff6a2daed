package io.jenkins.plugins.austa.bench.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A release on a sandbox cluster of its own, rolled out in this process. */
final class Site implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(2);

  private final SandboxCluster cluster;
  private final KubernetesClient client;
  private final Release release;
  private final DoubtedMetrics metrics;
  private final RolloutSettings settings;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private int version;

  Site(RolloutSettings settings) {
    this.settings = settings;
    this.cluster = SandboxCluster.start();
    this.client = cluster.client();
    this.release = new Release(client, cluster.publicEntry());
    this.metrics = new DoubtedMetrics(new PrometheusMetrics(cluster.metrics(), METRICS_TIMEOUT));
  }

  SandboxCluster cluster() {
    return cluster;
  }

  Release release() {
    return release;
  }

  KubernetesClient client() {
    return client;
  }

  DoubtedMetrics metrics() {
    return metrics;
  }

  /** A next version, installed and checked; no user has seen it. */
  Rollout checked(Consumer<String> log) throws InterruptedException {
    version++;
    Rollout rollout = release.rollout(settings, metrics, scheduler, "production#" + version, log);
    release.install(await(rollout.prepare(Release.request("v1." + version))));
    require(await(rollout.check()), Phase.CHECKING);
    return rollout;
  }

  /** A next version, rolled out to its end. */
  void rollOut() throws InterruptedException {
    try (Rollout rollout = checked(line -> {})) {
      require(await(rollout.switchTraffic()), Phase.RETIRING);
      require(await(rollout.retire()), Phase.DONE);
    }
  }

  /** A next version that gets traffic, answers badly at the second look, and is taken back. */
  void takeBack() throws InterruptedException {
    try (Rollout rollout = checked(line -> {})) {
      metrics.failAfter(1);
      require(await(rollout.switchTraffic()), Phase.REVERTED);
    } finally {
      metrics.trust();
    }
  }

  static <T> T await(CompletableFuture<T> operation) throws InterruptedException {
    try {
      return operation.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("A rollout of the benchmark did not end: " + e, e);
    }
  }

  static void require(RolloutOutcome outcome, Phase phase) {
    if (outcome.phase() != phase) {
      throw new IllegalStateException(
          "A rollout of the benchmark is "
              + outcome.phase()
              + " where it should be "
              + phase
              + ": "
              + outcome.message());
    }
  }

  @Override
  public void close() {
    client.close();
    cluster.close();
    scheduler.shutdownNow();
  }
}
