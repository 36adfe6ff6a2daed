package io.jenkins.plugins.austa.engine.rollout;

import static io.jenkins.plugins.austa.engine.rollout.SandboxRelease.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import io.jenkins.plugins.austa.sandbox.fault.MetricsMode;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The real path: real HTTP servers, a real proxy, real metrics, users at a constant rate. */
public class RolloutOnSandboxTest {

  private static final Map<String, String> GREEN = Map.of("austa.io/colour", "green");

  private SandboxRelease release;

  @Before
  public void blueServesUsers() throws Exception {
    release = new SandboxRelease(RouterFixture.INGRESS).serving();
  }

  @After
  public void stop() {
    release.close();
  }

  @Test
  public void everyTenthRequestFailingAfterTheSwitchTakesUsersBackToBlue() throws Exception {
    release.cluster.faults().errorsOnPublicTraffic(GREEN, 10);
    // Green is healthy before it has users.
    Rollout rollout = release.checked("build-2", "v2");

    RolloutOutcome outcome = await(rollout.switchTraffic());

    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Optional.of(Colour.BLUE), outcome.activeColour());
    Reverted why = outcome.revertedBecause().orElseThrow();
    assertEquals(why.reason(), "error-rate", why.signal());
    assertEquals(0, release.replicas("backend", Colour.GREEN));
    assertEquals(Optional.of(Colour.BLUE), release.router.read().colour());
  }

  @Test
  public void podsThatNeverGetReadyAreSeenByNoUser() throws Exception {
    release.cluster.faults().neverReady(GREEN);
    release.availableTimeout = Duration.ofSeconds(2);

    RolloutOutcome outcome = await(release.prepared("build-2", "v2").check());

    TrafficReport report = release.stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals("availability", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(report.reasons().toString(), 0, report.failed());
    assertFalse(report.toString(), report.byColour().containsKey("green"));
  }

  @Test
  public void metricsThatCannotBeReachedAreNoHealth() throws Exception {
    release.cluster.faults().metrics(MetricsMode.UNREACHABLE);
    Rollout rollout = release.checked("build-2", "v2");

    RolloutOutcome outcome = await(rollout.switchTraffic());

    TrafficReport report = release.stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertTrue(outcome.message(), outcome.message().contains("error-rate over 3s is unknown"));
    assertEquals(report.reasons().toString(), 0, report.failed());
  }
}
