package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.ProbeAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** How a rollout goes back, and when it must not. */
public class RolloutRevertTest {

  private static final String GREEN_QUERY = "colour=\"green\"";

  private final TestRelease release = new TestRelease();

  @Before
  public void blueServes() {
    release.deploy("build-1", "v1");
  }

  @After
  public void close() {
    release.close();
  }

  @Test
  public void anErrorSpikeAfterTheSwitchTakesTrafficBackToTheRecordedRevision() {
    release.metrics = query -> MetricValue.value(query.contains(GREEN_QUERY) ? 0.102 : 0);
    Rollout rollout = release.prepared("build-2", "v2");
    assertTrue(release.done(rollout.check()).succeeded());

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertFalse(outcome.succeeded());
    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals(Optional.of(Colour.BLUE), outcome.activeColour());
    assertEquals("error-rate", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(
        "error-rate 10.2 % of requests over 5s is above the limit of 1 %",
        outcome.revertedBecause().orElseThrow().reason());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    assertEquals(0, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void podsThatNeverGetReadyRevertWithoutTouchingTraffic() {
    release.podsComeUp = false;
    release.scale("backend", Colour.BLUE, 2);
    int entryWrites = release.entryWrites().size();

    RolloutOutcome outcome = release.done(release.prepared("build-2", "v2").check());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("availability", outcome.revertedBecause().orElseThrow().signal());
    assertTrue(outcome.message(), outcome.message().contains("0 of 2 pods available) after 1m"));
    assertEquals(entryWrites, release.entryWrites().size());
    assertEquals(0, release.replicas("frontend", Colour.GREEN));
    assertEquals(2, release.replicas("frontend", Colour.BLUE));
  }

  @Test
  public void aHealthPathThatAnswers500RevertsBeforeAnyUserSeesIt() {
    release.healthAnswers("backend", 500);
    int entryWrites = release.entryWrites().size();

    RolloutOutcome outcome = release.done(release.prepared("build-2", "v2").check());

    assertEquals("http", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(entryWrites, release.entryWrites().size());
  }

  @Test
  public void noDataRevertsWhenThePolicySaysRevert() {
    release.metrics = query -> MetricValue.noData("the query matches no series");

    RolloutOutcome outcome = release.done(checked("v2").switchTraffic());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals(
        "error-rate over 5s is unknown: the query matches no series",
        outcome.revertedBecause().orElseThrow().reason());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void noDataHoldsWhenThePolicySaysHoldAndCanBeVerifiedLater() {
    release.settings = TestRelease.settings().onInconclusive(OnInconclusive.HOLD).build();
    release.metrics = query -> MetricValue.noData("Prometheus cannot be reached");
    Rollout rollout = checked("v2");

    RolloutOutcome held = release.done(rollout.switchTraffic());

    assertFalse(held.succeeded());
    assertEquals(Phase.VERIFYING, held.phase());
    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    release.failure(NotYourRolloutException.class, rollout.retire());

    release.metrics = query -> MetricValue.value(0);
    assertTrue(release.done(rollout.switchTraffic()).succeeded());
    assertEquals(Phase.RETIRING, release.record().phase());
  }

  @Test
  public void answersOfTheOldRevisionAfterTheSwitchRevert() {
    release.publicAnswer = colour -> ProbeAnswer.of(200, Optional.of("1"));

    RolloutOutcome outcome = release.done(checked("v2").switchTraffic());

    assertEquals("convergence", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void losingUsersToTheOldRevisionDuringTheVerificationReverts() {
    int[] asked = {0};
    release.publicAnswer =
        colour ->
            ProbeAnswer.of(200, Optional.of(asked[0]++ < 12 && colour == Colour.GREEN ? "2" : "1"));

    RolloutOutcome outcome = release.done(checked("v2").switchTraffic());

    assertEquals("convergence", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aGapInTheDataDuringTheVerificationIsForgivenWhenItIsOverAtTheEnd() {
    int[] asked = {0};
    release.metrics =
        query -> asked[0]++ < 3 ? MetricValue.noData("restarting") : MetricValue.value(0);

    assertTrue(release.done(checked("v2").switchTraffic()).succeeded());
  }

  @Test
  public void theCandidateKeepsRunningWhileUsersMayStillBeAnsweredByIt() {
    release.publicAnswer = colour -> ProbeAnswer.none("no answer (ConnectException)");

    RolloutOutcome outcome = release.done(checked("v2").switchTraffic());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(2, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void anAbortInTheVerificationTakesTrafficBack() {
    Rollout rollout = checked("v2");
    CompletableFuture<RolloutOutcome> verification = rollout.switchTraffic();
    release.time.runCalls();
    assertFalse(verification.isDone());

    RolloutOutcome outcome = release.done(rollout.revert("manual", "build aborted by ann"));

    assertTrue(verification.isCompletedExceptionally());
    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("manual", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aWriteOfTheEntryThatIsDeniedRevertsWithoutTrafficHavingMoved() {
    Rollout rollout = checked("v2");
    release.api.fault(
        (method, path) ->
            "PUT".equals(method) && path.contains("/ingresses/")
                ? MockApiServer.status(403)
                : Optional.empty());

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("switch", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aConflictWhileTrafficGoesBackIsTriedAgain() {
    release.metrics = query -> MetricValue.value(0.5);
    Rollout rollout = checked("v2");
    int[] puts = {0};
    release.api.fault(
        (method, path) ->
            "PUT".equals(method) && path.contains("/ingresses/") && ++puts[0] == 2
                ? MockApiServer.status(409)
                : Optional.empty());

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(3, puts[0]);
  }

  @Test
  public void aRevertThatFailsStopsOnceAndSaysWhatToDo() {
    release.metrics = query -> MetricValue.value(0.5);
    Rollout rollout = checked("v2");
    int[] puts = {0};
    release.api.fault(
        (method, path) ->
            "PUT".equals(method) && path.contains("/ingresses/") && ++puts[0] > 1
                ? MockApiServer.status(403)
                : Optional.empty());

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertFalse(outcome.succeeded());
    assertEquals(Phase.STOPPED, outcome.phase());
    assertEquals(Phase.STOPPED, release.record().phase());
    assertTrue(outcome.message(), outcome.message().contains("Grant the verb"));
    assertTrue(outcome.message(), outcome.message().contains("Traffic is on green"));
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));

    release.api.noFault();
    int entryWrites = release.entryWrites().size();
    assertFalse(release.done(rollout.switchTraffic()).succeeded());
    assertEquals("stopped is not left by itself", entryWrites, release.entryWrites().size());
    assertEquals(Phase.REVERTED, release.done(rollout.revert("manual", "RBAC repaired")).phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aRevertOfTheFirstRolloutStopsBecauseThereIsNoWayBack() {
    try (TestRelease first = new TestRelease()) {
      first.metrics = query -> MetricValue.value(1);
      Rollout rollout = first.prepared("build-1", "v1");
      first.done(rollout.check());

      RolloutOutcome outcome = first.done(rollout.switchTraffic());

      assertEquals(Phase.STOPPED, outcome.phase());
      assertEquals(Colour.BLUE, first.trafficIsOn());
      assertTrue(outcome.message(), outcome.message().contains("There is no revision before"));
    }
  }

  @Test
  public void aBetterRevisionCanBeRolledOutAfterAStop() {
    try (TestRelease first = new TestRelease()) {
      first.metrics = query -> MetricValue.value(1);
      Rollout rollout = first.prepared("build-1", "v1");
      first.done(rollout.check());
      first.done(rollout.switchTraffic());
      first.metrics = query -> MetricValue.value(0);

      Preparation next = first.deploy("build-2", "v2");

      assertEquals(2, next.revision().number());
      assertEquals(Colour.GREEN, first.trafficIsOn());
      assertEquals(
          List.of(Phase.DONE, Phase.STOPPED),
          first.record().history().stream().map(PastRevision::ended).toList());
    }
  }

  @Test
  public void aRevisionThatStoppedUnverifiedIsNotTakenForOneThatServesWell() {
    try (TestRelease first = new TestRelease()) {
      first.metrics = query -> MetricValue.value(1);
      Rollout rollout = first.prepared("build-1", "v1");
      first.done(rollout.check());
      first.done(rollout.switchTraffic());

      Preparation again = first.done(first.rollout("build-2").prepare(TestRelease.request("v1")));

      assertFalse(again.unchanged());
      assertEquals(Colour.GREEN, again.colour());
    }
  }

  @Test
  public void aFirstRolloutThatNeverGetsReadyLeavesNoEntry() {
    try (TestRelease first = new TestRelease()) {
      first.podsComeUp = false;

      RolloutOutcome outcome = first.done(first.prepared("build-1", "v1").check());

      assertEquals(Phase.REVERTED, outcome.phase());
      assertEquals(Optional.empty(), outcome.activeColour());
      assertEquals(null, first.ingress());
      assertEquals(0, first.replicas("backend", Colour.BLUE));
    }
  }

  @Test
  public void thePreviousColourIsScaledUpAgainBeforeTrafficGoesBackToIt() {
    Rollout rollout = release.switched("build-2", "v2");
    release.scale("backend", Colour.BLUE, 0);

    RolloutOutcome outcome = release.done(rollout.revert("manual", "customers complain"));

    // The mock's pods of blue do not come up by themselves, so traffic has to stay where it is
    // answered.
    assertEquals(Phase.STOPPED, outcome.phase());
    assertEquals(2, release.replicas("backend", Colour.BLUE));
    assertEquals(Colour.GREEN, release.trafficIsOn());
  }

  @Test
  public void aRolloutThatIsDoneIsNotTakenBackByALateRevert() {
    release.deploy("build-2", "v2");

    RolloutOutcome outcome =
        release.done(release.rollout("build-2").revert("manual", "report failed"));

    assertTrue(outcome.message(), outcome.message().startsWith("Nothing to revert"));
    assertEquals(Colour.GREEN, release.trafficIsOn());
  }

  @Test
  public void theNumberOfARevertedRevisionIsNeverUsedAgain() {
    release.podsComeUp = false;
    release.done(release.prepared("build-2", "v2").check());
    release.podsComeUp = true;

    Preparation next = release.deploy("build-3", "v3");

    assertEquals(3, next.revision().number());
    assertEquals(Colour.GREEN, release.trafficIsOn());
  }

  private Rollout checked(String version) {
    Rollout rollout = release.prepared("build-2", version);
    release.done(rollout.check());
    return rollout;
  }
}
