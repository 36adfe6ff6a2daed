package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.MetricsMode;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The real path: real HTTP servers, a real proxy, real metrics, users at a constant rate. */
public class RolloutOnSandboxTest {

  private static final Map<String, String> GREEN = Map.of("austa.io/colour", "green");
  private static final int REQUESTS_PER_SECOND = 200;

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private SandboxCluster cluster;
  private KubernetesClient client;
  private RolloutTarget target;
  private Traffic traffic;
  private Duration availableTimeout = Duration.ofSeconds(30);

  @Before
  public void blueServesUsers() throws Exception {
    cluster = SandboxCluster.start();
    client = cluster.client();
    target =
        new RolloutTarget(
            "production",
            "austa-cockpit-production",
            "austa-production",
            "austa-cockpit",
            TestRelease.TARGET.services(),
            cluster.publicEntry(),
            null);
    assertTrue(retired(switched(prepared("build-1", "v1"))).succeeded());
    traffic =
        Traffic.start(cluster.publicEntry(), List.of("/", "/api/patients"), REQUESTS_PER_SECOND);
  }

  @After
  public void stop() {
    if (traffic != null) {
      traffic.close();
    }
    client.close();
    cluster.close();
    scheduler.shutdownNow();
  }

  @Test
  public void usersLoseNoRequestWhileARevisionIsRolledOut() throws Exception {
    Rollout rollout = switched(prepared("build-2", "v2"));
    RolloutOutcome outcome = retired(rollout);

    TrafficReport report = stopTraffic();
    assertEquals(outcome.message(), Phase.DONE, outcome.phase());
    assertEquals(report.reasons().toString(), 0, report.failed());
    assertTrue(report.toString(), report.byColour().get("blue") > 0);
    assertTrue(report.toString(), report.byColour().get("green") > 0);
    assertEquals(0, replicas("backend", Colour.BLUE));
    assertEquals(2, replicas("backend", Colour.GREEN));
  }

  @Test
  public void asksTheClusterForNothingThatTheTestOfAConnectionDoesNotTest() throws Exception {
    Rollout rollout = prepared("build-2", "v2");
    assertTrue(await(rollout.check()).succeeded());
    assertTrue(retired(switched(rollout)).succeeded());

    Set<ApiMatch> asked = cluster.faults().requests();
    assertTrue(asked.toString(), asked.size() > 10);
    List<ApiMatch> untested =
        asked.stream().filter(one -> !AccessNeeds.cover(one.verb(), one.kind())).toList();
    assertEquals(List.of(), untested);
  }

  @Test
  public void usersLoseNoRequestWhileARevisionIsTakenBack() throws Exception {
    Rollout rollout = switched(prepared("build-2", "v2"));

    RolloutOutcome outcome = await(rollout.revert("manual", "customers complain"));

    TrafficReport report = stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(report.reasons().toString(), 0, report.failed());
    assertTrue(report.toString(), report.byColour().get("green") > 0);
    assertEquals(0, replicas("backend", Colour.GREEN));
    assertEquals(2, replicas("backend", Colour.BLUE));
  }

  @Test
  public void everyTenthRequestFailingAfterTheSwitchTakesUsersBackToBlue() throws Exception {
    cluster.faults().errorsOnPublicTraffic(GREEN, 10);
    Rollout rollout = prepared("build-2", "v2");
    assertTrue("green is healthy before it has users", await(rollout.check()).succeeded());

    RolloutOutcome outcome = await(rollout.switchTraffic());

    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Optional.of(Colour.BLUE), outcome.activeColour());
    Reverted why = outcome.revertedBecause().orElseThrow();
    assertEquals(why.reason(), "error-rate", why.signal());
    assertEquals(0, replicas("backend", Colour.GREEN));
    assertEquals(Optional.of(Colour.BLUE), new IngressRouter(client, target).read().colour());
  }

  @Test
  public void podsThatNeverGetReadyAreSeenByNoUser() throws Exception {
    cluster.faults().neverReady(GREEN);
    availableTimeout = Duration.ofSeconds(2);

    RolloutOutcome outcome = await(prepared("build-2", "v2").check());

    TrafficReport report = stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals("availability", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(report.reasons().toString(), 0, report.failed());
    assertFalse(report.toString(), report.byColour().containsKey("green"));
  }

  @Test
  public void metricsThatCannotBeReachedAreNoHealth() throws Exception {
    cluster.faults().metrics(MetricsMode.UNREACHABLE);
    Rollout rollout = prepared("build-2", "v2");
    assertTrue(await(rollout.check()).succeeded());

    RolloutOutcome outcome = await(rollout.switchTraffic());

    TrafficReport report = stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertTrue(outcome.message(), outcome.message().contains("error-rate over 3s is unknown"));
    assertEquals(report.reasons().toString(), 0, report.failed());
  }

  private TrafficReport stopTraffic() {
    TrafficReport report = traffic.stop();
    traffic = null;
    return report;
  }

  private Rollout prepared(String holder, String version) throws Exception {
    Rollout rollout =
        new Rollout(
            target,
            RolloutSettings.builder()
                .availableTimeout(availableTimeout)
                .convergenceTimeout(Duration.ofSeconds(10))
                .verifyWindow(Duration.ofSeconds(3))
                .verifyInterval(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(100))
                .drain(Duration.ofMillis(500))
                .build(),
            client,
            new IngressRouter(client, target),
            new PrometheusMetrics(cluster.metrics(), Duration.ofSeconds(2)),
            scheduler,
            Clock.systemUTC(),
            holder,
            line -> {});
    new SandboxChart(client, target).install(await(rollout.prepare(TestRelease.request(version))));
    return rollout;
  }

  private Rollout switched(Rollout rollout) throws Exception {
    assertTrue(await(rollout.check()).succeeded());
    RolloutOutcome outcome = await(rollout.switchTraffic());
    assertTrue(outcome.message(), outcome.succeeded());
    return rollout;
  }

  private RolloutOutcome retired(Rollout rollout) throws Exception {
    return await(rollout.retire());
  }

  private int replicas(String service, Colour colour) {
    return client
        .apps()
        .deployments()
        .inNamespace(target.namespace())
        .withName("austa-production-" + service + "-" + colour)
        .get()
        .getSpec()
        .getReplicas();
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }
}
