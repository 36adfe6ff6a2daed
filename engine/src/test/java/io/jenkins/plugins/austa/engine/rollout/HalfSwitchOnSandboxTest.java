package io.jenkins.plugins.austa.engine.rollout;

import static io.jenkins.plugins.austa.engine.rollout.SandboxRelease.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Half a switch with users on it: everything goes back together, and nobody loses a request. */
public class HalfSwitchOnSandboxTest {

  private static final ApiMatch FRONTEND =
      ApiMatch.any().withVerb("update").withKind("services").withName("austa-production-frontend");

  private SandboxRelease release;

  @Before
  public void blueServesUsers() throws Exception {
    release = new SandboxRelease(RouterFixture.SERVICE).serving();
  }

  @After
  public void stop() {
    release.close();
  }

  @Test
  public void aDeniedSecondWriteTakesEverythingBack() throws Exception {
    Rollout rollout = release.checked("build-2", "v2");
    release.cluster.faults().deny(FRONTEND);

    assertTakenBack(await(rollout.switchTraffic()));
  }

  @Test
  public void aSecondWriteThatFailsTakesEverythingBack() throws Exception {
    Rollout rollout = release.checked("build-2", "v2");
    // Once: the way back writes every Service, to make sure that nothing sent before comes true.
    release.cluster.faults().api(FRONTEND, ApiEffect.status(500), 1);

    assertTakenBack(await(rollout.switchTraffic()));
  }

  private void assertTakenBack(RolloutOutcome outcome) {
    TrafficReport report = release.stopTraffic();
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    String reason = outcome.revertedBecause().orElseThrow().reason();
    assertTrue(reason, reason.contains("austa-production-backend had moved and is back"));
    assertEquals(Optional.of(Colour.BLUE), release.router.read().colour());
    assertEquals(report.reasons().toString(), 0, report.failed());
  }
}
