package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.fabric8.mockwebserver.http.MockResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What happens after a crash, beside another build, and to an entry that somebody edited. */
public class RolloutResumeTest {

  private static final Duration LEASE_AND_MORE = Duration.ofMinutes(3);

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
  public void aSecondBuildIsRefusedWhileTheFirstOneRollsOut() {
    release.prepared("build-2", "v2");

    LeaseHeldException refused =
        release.failure(
            LeaseHeldException.class,
            release.rollout("build-3").prepare(TestRelease.request("v3")));

    assertEquals("build-2", refused.holder());
    assertEquals("build-2", release.record().holder());
  }

  @Test
  public void aBuildThatDiedBeforeTheSwitchIsAbandonedByTheNextOne() {
    release.prepared("build-2", "v2").close();
    release.time.pass(LEASE_AND_MORE);

    Preparation next = release.deploy("build-3", "v3");

    assertEquals(3, next.revision().number());
    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals(3, release.record().active().number());
  }

  @Test
  public void aBuildThatDiedInTheVerificationIsTakenBackByTheNextOneFirst() {
    Rollout dying = release.prepared("build-2", "v2");
    release.done(dying.check());
    CompletableFuture<RolloutOutcome> verification = dying.switchTraffic();
    release.time.runCalls();
    assertFalse(verification.isDone());
    dying.close();
    assertEquals(Phase.VERIFYING, release.record().phase());
    release.time.pass(LEASE_AND_MORE);

    Preparation next = release.done(release.rollout("build-3").prepare(TestRelease.request("v3")));

    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(Colour.GREEN, next.colour());
    assertEquals(1, release.record().active().number());
    assertEquals(Phase.PREPARING, release.record().phase());
  }

  @Test
  public void theBuildThatLostItsRolloutTouchesNothingMore() {
    Rollout dying = release.prepared("build-2", "v2");
    dying.close();
    release.time.pass(LEASE_AND_MORE);
    release.deploy("build-3", "v3");
    int writes = release.api.writes("").size();

    release.failure(NotYourRolloutException.class, dying.check());
    release.failure(NotYourRolloutException.class, dying.switchTraffic());

    assertEquals(writes, release.api.writes("").size());
  }

  @Test
  public void theSameBuildGoesOnAfterACrashBetweenTheWriteOfTheEntryAndThatOfTheRecord() {
    Rollout dying = release.prepared("build-2", "v2");
    release.done(dying.check());
    boolean[] moved = {false};
    release.api.fault(
        (method, path) -> {
          moved[0] |= "PUT".equals(method) && path.contains("/ingresses/");
          return moved[0] && "PUT".equals(method) && path.contains("/configmaps/")
              ? Optional.of(
                  new MockResponse()
                      .setResponseCode(409)
                      .setBody("{\"kind\":\"Status\",\"code\":409}"))
              : Optional.empty();
        });
    release.failure(RecordConflictException.class, dying.switchTraffic());
    dying.close();
    release.api.noFault();
    assertEquals(Phase.SWITCHING, release.record().phase());
    int entryWrites = release.entryWrites().size();

    RolloutOutcome outcome = release.done(release.rollout("build-2").switchTraffic());

    assertTrue(outcome.succeeded());
    assertEquals("traffic is never switched twice", entryWrites, release.entryWrites().size());
    assertEquals(Colour.GREEN, release.trafficIsOn());
  }

  @Test
  public void aRevertThatWasInterruptedIsFinishedByTheNextOperation() {
    Rollout dying = release.switched("build-2", "v2");
    CompletableFuture<RolloutOutcome> revert = dying.revert("manual", "customers complain");
    release.time.runCalls();
    assertFalse("drains", revert.isDone());
    dying.close();
    assertEquals(Phase.REVERTING, release.record().phase());

    RolloutOutcome outcome = release.done(release.rollout("build-2").retire());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("manual", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(0, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void anEntryEditedByHandIsRefusedBeforeAnythingIsTouched() {
    release.editEntry("/api", "maintenance-page");
    int writes = release.api.writes("/configmaps").size();

    EntryRefusedException refused =
        release.failure(
            EntryRefusedException.class,
            release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertTrue(refused.getMessage(), refused.getMessage().contains("maintenance-page"));
    assertEquals(writes, release.api.writes("/configmaps").size());
  }

  @Test
  public void anEntryPointedToTheOtherColourByHandIsRefused() {
    release.editEntry("/", "austa-production-frontend-green");
    release.editEntry("/api", "austa-production-backend-green");

    EntryRefusedException refused =
        release.failure(
            EntryRefusedException.class,
            release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertTrue(refused.getMessage(), refused.getMessage().contains("it carries green although"));
  }

  @Test
  public void anEntryEditedBetweenCheckAndSwitchIsLeftAsItIs() {
    Rollout rollout = release.prepared("build-2", "v2");
    release.done(rollout.check());
    release.editEntry("/api", "austa-production-backend-green");
    int entryWrites = release.entryWrites().size();

    release.failure(EntryRefusedException.class, rollout.switchTraffic());

    assertEquals(entryWrites, release.entryWrites().size());
  }

  @Test
  public void anEntryMovedToTheCandidateByHandBeforeTheSwitchIsNotTakenForAResumedSwitch() {
    Rollout rollout = release.prepared("build-2", "v2");
    release.done(rollout.check());
    release.editEntry("/", "austa-production-frontend-green");
    release.editEntry("/api", "austa-production-backend-green");

    release.failure(EntryRefusedException.class, rollout.switchTraffic());

    assertEquals(Phase.CHECKING, release.record().phase());
  }

  @Test
  public void aRefusedBuildDoesNotKeepTheLeaseFromTheNextOne() {
    release.editEntry("/api", "maintenance-page");
    release.failure(
        EntryRefusedException.class, release.rollout("build-2").prepare(TestRelease.request("v2")));
    release.editEntry("/api", "austa-production-backend-blue");

    assertEquals(2, release.deploy("build-3", "v3").revision().number());
  }

  @Test
  public void refusesToRetireTheColourThatCarriesTrafficAgain() {
    Rollout rollout = release.switched("build-2", "v2");
    CompletableFuture<RolloutOutcome> retire = rollout.retire();
    release.time.runCalls();
    release.editEntry("/", "austa-production-frontend-blue");
    release.editEntry("/api", "austa-production-backend-blue");

    RetirementRefusedException refused = release.failure(RetirementRefusedException.class, retire);

    assertTrue(refused.getMessage(), refused.getMessage().contains("blue carries traffic"));
    assertEquals(2, release.replicas("backend", Colour.BLUE));
  }

  @Test
  public void aClusterThatCannotBeReachedTouchesNothingAndSaysWhatToDo() {
    release.api.fault((method, path) -> MockApiServer.status(500));

    ClusterException failed =
        release.failure(
            ClusterException.class, release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertTrue(failed.getMessage(), failed.getMessage().contains("read the rollout record"));
  }
}
