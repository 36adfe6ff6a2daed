package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Some services have moved and others could not: everything goes back together. */
public class HalfSwitchTest {

  private static final String FRONTEND = "/services/austa-production-frontend";
  private static final String BACKEND = "/services/austa-production-backend";

  private final TestRelease release = new TestRelease(RouterFixture.SERVICE);

  @Before
  public void blueServes() {
    release.deploy("build-1", "v1");
  }

  @After
  public void close() {
    release.close();
  }

  @Test
  public void aDeniedSecondWriteTakesTheWholeRolloutBack() {
    Rollout rollout = checked("build-2");
    answerWrites(FRONTEND, 403);

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertTakenBack(outcome);
    String reason = outcome.revertedBecause().orElseThrow().reason();
    assertTrue(reason, reason.contains("austa-production-backend had moved and is back"));
    assertTrue(reason, reason.contains("Grant the verb"));
  }

  @Test
  public void aSecondWriteThatFailsForEverLeavesAllTrafficWhereItWas() {
    Rollout rollout = checked("build-2");
    answerWrites(FRONTEND, 500);

    RolloutOutcome stopped = release.done(rollout.switchTraffic());

    // A write that was answered 500 may still come true, so the candidate keeps its pods until the
    // entry has been written once more.
    assertEquals(Phase.STOPPED, stopped.phase());
    assertTrue(stopped.message(), stopped.message().contains("the API server answered 500"));
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(2, release.replicas("backend", Colour.GREEN));

    release.api.noFault();
    assertTakenBack(release.done(rollout.revert("manual", "the API server is well again")));
  }

  @Test
  public void aCrashBetweenTheWritesTakesEverythingBackWhenTheSameBuildGoesOn() {
    crashBetweenTheWrites();

    RolloutOutcome outcome = release.done(release.rollout("build-2").switchTraffic());

    assertTakenBack(outcome);
    String reason = outcome.revertedBecause().orElseThrow().reason();
    assertTrue(reason, reason.contains("cut off half way"));
    assertTrue(reason, reason.contains("{backend=green, frontend=blue}"));
  }

  @Test
  public void aCrashBetweenTheWritesTakesEverythingBackWhenAnotherBuildTakesOver() {
    crashBetweenTheWrites();
    release.time.pass(Duration.ofMinutes(3));

    Preparation next = release.done(release.rollout("build-3").prepare(TestRelease.request("v3")));

    assertEquals(3, next.revision().number());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(1, release.record().active().number());
  }

  @Test
  public void nothingIsRemovedWhileUsersAreOnBothColours() {
    crashBetweenTheWrites();
    EntryState half = release.router.read();

    for (Phase phase : Phase.values()) {
      RolloutRecord record =
          release.record().draft().phase(phase).build("build-2", release.time.clock().instant());
      for (Colour colour : Colour.values()) {
        RetirementVerdict verdict = RetirementRule.mayRetire(record, half, colour);
        assertFalse(phase + " " + verdict, verdict.allowed());
        assertTrue(verdict.reason(), verdict.reason().contains("different colours"));
      }
    }
  }

  @Test
  public void whenItCannotGoBackItStopsSaysSoAndIsTakenBackLater() {
    Rollout rollout = checked("build-2");
    int[] puts = {0};
    release.api.fault(
        (method, path) ->
            "PUT".equals(method) && path.contains("/services/") && ++puts[0] > 1
                ? MockApiServer.status(500)
                : Optional.empty());

    RolloutOutcome stopped = release.done(rollout.switchTraffic());

    assertEquals(Phase.STOPPED, stopped.phase());
    assertTrue(stopped.message(), stopped.message().contains("{backend=green, frontend=blue}"));
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));
    EntryRefusedException refused =
        release.failure(
            EntryRefusedException.class,
            release.rollout("build-2").prepare(TestRelease.request("v3")));
    assertTrue(refused.getMessage(), refused.getMessage().contains("Revert that one"));

    release.api.noFault();
    assertTakenBack(release.done(rollout.revert("manual", "the API server is well again")));
  }

  @Test
  public void aRevertThatIsCutOffHalfWayGoesOnWhereItWas() {
    release.metrics = query -> MetricValue.value(query.contains("\"green\"") ? 0.5 : 0);
    Rollout rollout = checked("build-2");
    boolean[] back = {false};
    release.api.fault(
        (method, path) -> {
          boolean write = "PUT".equals(method) && path.contains("/services/");
          boolean frontend = path.endsWith(FRONTEND);
          // Frontend is moved last and taken back first, so its second write begins the way back.
          boolean stuck = write && !frontend && back[0];
          back[0] |= write && frontend && release.log.toString().contains("Reverting");
          return stuck ? MockApiServer.status(500) : Optional.empty();
        });

    RolloutOutcome stopped = release.done(rollout.switchTraffic());

    assertEquals(stopped.message(), Phase.STOPPED, stopped.phase());
    assertTrue(stopped.message(), stopped.message().contains("{backend=green, frontend=blue}"));

    release.api.noFault();
    RolloutOutcome outcome = release.done(rollout.revert("manual", "again"));
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void theFirstRolloutGoesOnAfterACrashBetweenTheWrites() {
    try (TestRelease first = new TestRelease(RouterFixture.SERVICE)) {
      Rollout dying = first.prepared("build-1", "v1");
      first.done(dying.check());
      int[] posts = {0};
      first.api.fault(
          (method, path) -> {
            posts[0] += "POST".equals(method) && path.endsWith("/services") ? 1 : 0;
            return posts[0] > 1 && !"GET".equals(method)
                ? MockApiServer.status(500)
                : Optional.empty();
          });
      first.done(dying.switchTraffic());
      dying.close();
      first.api.noFault();
      assertTrue(first.router.read().halfMoved());
      assertEquals(Phase.SWITCHING, first.record().phase());

      RolloutOutcome outcome = first.done(first.rollout("build-1").switchTraffic());

      assertTrue(outcome.message(), outcome.succeeded());
      assertEquals(Colour.BLUE, first.trafficIsOn());
    }
  }

  /** From the first write on, nothing that the dying process writes arrives. */
  private void crashBetweenTheWrites() {
    Rollout dying = checked("build-2");
    boolean[] moved = {false};
    release.api.fault(
        (method, path) -> {
          if (moved[0] && !"GET".equals(method)) {
            return MockApiServer.status(500);
          }
          moved[0] |= "PUT".equals(method) && path.endsWith(BACKEND);
          return Optional.empty();
        });
    release.done(dying.switchTraffic());
    dying.close();
    release.api.noFault();
    assertEquals(Phase.SWITCHING, release.record().phase());
    assertTrue(release.router.read().halfMoved());
  }

  private void assertTakenBack(RolloutOutcome outcome) {
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Optional.of(Colour.BLUE), release.router.read().colour());
    assertEquals(Optional.of(Colour.BLUE), outcome.activeColour());
    assertEquals(0, release.replicas("backend", Colour.GREEN));
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("frontend", Colour.BLUE));
  }

  private void answerWrites(String path, int status) {
    release.api.fault(
        (method, asked) ->
            "PUT".equals(method) && asked.endsWith(path)
                ? MockApiServer.status(status)
                : Optional.empty());
  }

  private Rollout checked(String holder) {
    Rollout rollout = release.prepared(holder, "v2");
    release.done(rollout.check());
    return rollout;
  }
}
