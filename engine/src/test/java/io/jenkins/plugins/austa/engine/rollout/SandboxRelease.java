package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A release on a sandbox cluster of its own, with users at a constant rate. */
final class SandboxRelease implements AutoCloseable {

  private static final int REQUESTS_PER_SECOND = 200;

  final SandboxCluster cluster = SandboxCluster.start();
  final KubernetesClient client = cluster.client();
  final RolloutTarget target;
  final Router router;
  Duration availableTimeout = Duration.ofSeconds(30);
  Duration verifyWindow = Duration.ofSeconds(3);
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private Traffic traffic;

  SandboxRelease(RouterFixture kind) {
    target =
        new RolloutTarget(
            "production",
            "austa-cockpit-production",
            "austa-production",
            "austa-cockpit",
            TestRelease.TARGET.services(),
            cluster.publicEntry(),
            null);
    kind.prepare(client);
    router = kind.router(client, target);
  }

  /** Rolls the first revision out and lets users in. */
  SandboxRelease serving() throws Exception {
    assertTrue(retired(switched(prepared("build-1", "v1"))).succeeded());
    traffic =
        Traffic.start(cluster.publicEntry(), List.of("/", "/api/patients"), REQUESTS_PER_SECOND);
    return this;
  }

  TrafficReport stopTraffic() {
    TrafficReport report = traffic.stop();
    traffic = null;
    return report;
  }

  Rollout prepared(String holder, String version) throws Exception {
    Rollout rollout =
        new Rollout(
            target,
            RolloutSettings.builder()
                .availableTimeout(availableTimeout)
                .convergenceTimeout(Duration.ofSeconds(10))
                .verifyWindow(verifyWindow)
                .verifyInterval(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(100))
                .drain(Duration.ofMillis(500))
                .build(),
            client,
            router,
            new PrometheusMetrics(cluster.metrics(), Duration.ofSeconds(2)),
            scheduler,
            Clock.systemUTC(),
            holder,
            line -> {});
    new SandboxChart(client, target).install(await(rollout.prepare(TestRelease.request(version))));
    return rollout;
  }

  Rollout checked(String holder, String version) throws Exception {
    Rollout rollout = prepared(holder, version);
    assertTrue(await(rollout.check()).succeeded());
    return rollout;
  }

  Rollout switched(Rollout rollout) throws Exception {
    assertTrue(await(rollout.check()).succeeded());
    RolloutOutcome outcome = await(rollout.switchTraffic());
    assertTrue(outcome.message(), outcome.succeeded());
    return rollout;
  }

  RolloutOutcome retired(Rollout rollout) throws Exception {
    return await(rollout.retire());
  }

  int replicas(String service, Colour colour) {
    return client
        .apps()
        .deployments()
        .inNamespace(target.namespace())
        .withName("austa-production-" + service + "-" + colour)
        .get()
        .getSpec()
        .getReplicas();
  }

  static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (traffic != null) {
      traffic.close();
    }
    client.close();
    cluster.close();
    scheduler.shutdownNow();
  }
}
