package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.After;
import org.junit.Test;

/** What a rollout does when nothing goes wrong, and when it is told to do it again. */
public class RolloutTest {

  private final TestRelease release = new TestRelease();

  @After
  public void close() {
    release.close();
  }

  @Test
  public void theFirstRolloutEverIsBlueAndHasNoPrevious() {
    Preparation preparation = release.deploy("build-1", "v1");

    assertTrue(preparation.firstRollout());
    assertEquals(Colour.BLUE, preparation.colour());
    assertEquals("austa-production-blue", preparation.helmRelease());
    assertEquals(1, preparation.revision().number());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(Optional.empty(), release.record().previousRevision());
    assertEquals(Phase.DONE, release.record().phase());
  }

  @Test
  public void movesAllServicesInOneWriteAndScalesThePreviousColourToZero() {
    release.deploy("build-1", "v1");
    int writes = release.entryWrites().size();

    release.deploy("build-2", "v2");

    assertEquals(1, release.entryWrites().size() - writes);
    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals(0, release.replicas("frontend", Colour.BLUE));
    assertEquals(0, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));
    RolloutRecord record = release.record();
    assertEquals(2, record.active().number());
    assertEquals(1, record.previous().number());
    assertEquals(
        List.of(2, 1), record.history().stream().map(past -> past.revision().number()).toList());
  }

  @Test
  public void givesTheCandidateAsManyPodsAsTheActiveColourHasNow() {
    release.deploy("build-1", "v1");
    release.scale("backend", Colour.BLUE, 5);

    Preparation preparation =
        release.done(release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertEquals(Map.of("frontend", 2, "backend", 5), preparation.replicas());
  }

  @Test
  public void outcomeSaysWhatServesAndHowItCameTo() {
    release.deploy("build-1", "v1");

    RolloutOutcome outcome = release.done(release.rollout("build-9").status());

    assertTrue(outcome.succeeded());
    assertEquals(Optional.of(Colour.BLUE), outcome.activeColour());
    assertEquals(OptionalInt.of(1), outcome.activeRevisionNumber());
    assertEquals(Optional.empty(), outcome.revertedBecause());
    assertTrue(outcome.message(), outcome.message().contains("traffic is on blue"));
    assertEquals(
        List.of(
            "Preparing revision 1 (v1, blue), the first one",
            "Checking revision 1 (v1, blue)",
            "revision 1 (v1, blue) is ready for traffic"),
        outcome.events().stream().map(RolloutEvent::message).limit(3).toList());
  }

  @Test
  public void aServiceThatWasNotBuiltAnewKeepsItsImage() {
    release.deploy("build-1", "v1");
    RevisionRequest backendOnly =
        new RevisionRequest(
            "v2", Map.of("backend", "registry/backend@sha256:2"), "cockpit-1.0.0", "ann", "fix");

    Preparation preparation = release.done(release.rollout("build-2").prepare(backendOnly));

    assertEquals(
        TestRelease.request("v1").images().get("frontend"),
        preparation.revision().images().get("frontend"));
    assertEquals("registry/backend@sha256:2", preparation.revision().images().get("backend"));
  }

  @Test
  public void theSameRevisionAgainChangesNothingAndSaysWhy() {
    release.deploy("build-1", "v1");
    int writes = release.api.writes("").size();

    Rollout again = release.rollout("build-2");
    Preparation preparation = release.done(again.prepare(TestRelease.request("v1")));

    assertTrue(preparation.unchanged());
    assertEquals(1, preparation.revision().number());
    assertTrue(release.done(again.check()).succeeded());
    assertTrue(release.done(again.switchTraffic()).succeeded());
    assertTrue(release.done(again.retire()).message().startsWith("Nothing to do: revision 1"));
    List<String> written = release.api.writes("").subList(writes, release.api.writes("").size());
    assertTrue(
        written.toString(),
        written.stream()
            .allMatch(write -> write.contains("-rollout") || write.contains("/leases")));
  }

  @Test
  public void eachOperationRunAgainDoesNothingAndSaysWhy() {
    release.deploy("build-1", "v1");
    Rollout rollout = release.switched("build-2", "v2");
    int entryWrites = release.entryWrites().size();

    Preparation again = release.done(rollout.prepare(TestRelease.request("v2")));
    RolloutOutcome check = release.done(rollout.check());
    RolloutOutcome traffic = release.done(rollout.switchTraffic());
    release.done(rollout.retire());
    RolloutOutcome retire = release.done(rollout.retire());

    assertEquals(2, again.revision().number());
    assertFalse(again.unchanged());
    assertTrue(check.message(), check.message().startsWith("Nothing to check"));
    assertTrue(traffic.message(), traffic.message().startsWith("Nothing to verify"));
    assertTrue(retire.message(), retire.message().startsWith("Nothing to do"));
    assertEquals(entryWrites, release.entryWrites().size());
  }

  @Test
  public void refusesToSwitchWhatWasNeverPrepared() {
    NotYourRolloutException refused =
        release.failure(NotYourRolloutException.class, release.rollout("build-1").switchTraffic());

    assertTrue(refused.getMessage(), refused.getMessage().contains("Prepare one first"));
    assertEquals(List.of(), release.api.writes(""));
  }

  @Test
  public void refusesToRetireBeforeTheCandidateIsVerified() {
    release.deploy("build-1", "v1");
    Rollout rollout = release.prepared("build-2", "v2");
    release.done(rollout.check());

    release.failure(NotYourRolloutException.class, rollout.retire());

    assertEquals(2, release.replicas("backend", Colour.BLUE));
  }

  @Test
  public void refusesACandidateThatNeedsMoreSurgeThanAllowed() {
    release.deploy("build-1", "v1");
    release.settings = TestRelease.settings().maxSurgeReplicas(3).build();

    PreflightException refused =
        release.failure(
            PreflightException.class,
            release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertTrue(refused.getMessage(), refused.getMessage().contains("needs 4 pods"));
    assertEquals(Phase.DONE, release.record().phase());
  }

  @Test
  public void aWaitingRolloutHoldsNothingButTimersAndCancellingItLeavesThem() {
    release.deploy("build-1", "v1");
    release.podsComeUp = false;
    Rollout rollout = release.prepared("build-2", "v2");
    var check = rollout.check();
    release.time.runCalls();
    assertFalse(check.isDone());

    rollout.close();

    assertTrue(check.isCompletedExceptionally());
    assertEquals(0, release.time.pendingTimers());
    assertEquals(Phase.CHECKING, release.record().phase());
  }
}
