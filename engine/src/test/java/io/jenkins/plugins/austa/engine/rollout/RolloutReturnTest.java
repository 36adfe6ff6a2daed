package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Going back to a recorded revision after its rollout is done. */
public class RolloutReturnTest {

  private static final WantedRevision PREVIOUS = new WantedRevision.Previous();

  private final TestRelease release = new TestRelease();
  private ReturnChecks checks = (back, kept) -> Optional.empty();

  @Before
  public void greenServesAndBlueIsKept() {
    release.deploy("build-1", "v1");
    release.deploy("build-2", "v2");
    kubelet();
  }

  @After
  public void close() {
    release.close();
  }

  @Test
  public void thePreviousRevisionServesAgainByScalingItsPodsUp() {
    release.scale("backend", Colour.GREEN, 5);

    RolloutOutcome outcome = ended(returning("cli-1", PREVIOUS));

    assertEquals(outcome.message(), Phase.DONE, outcome.phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals("as many as the other colour has", 5, release.replicas("backend", Colour.BLUE));
    assertEquals(0, release.replicas("backend", Colour.GREEN));
    Revision active = outcome.record().active();
    assertEquals(3, active.number());
    assertEquals("v1", active.version());
    assertEquals("rollback to 1: customers complain", active.why());
    assertEquals("ann", active.who());
    assertEquals(1, active.installedNumber());
    assertEquals(2, outcome.record().previous().number());
  }

  @Test
  public void goingBackTwiceIsWhereItBegan() {
    ended(returning("cli-1", PREVIOUS));

    RolloutOutcome outcome = ended(returning("cli-2", PREVIOUS));

    assertEquals(outcome.message(), Phase.DONE, outcome.phase());
    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals("v2", outcome.record().active().version());
    assertEquals(4, outcome.record().active().number());
  }

  @Test
  public void theReturnedRevisionCanBeRevertedToLikeAnyOther() {
    ended(returning("cli-1", PREVIOUS));
    Rollout next = release.switched("build-4", "v4");

    RolloutOutcome outcome = release.done(next.revert("manual", "no good"));

    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(3, outcome.record().active().number());
    assertEquals("blue is retired by convergence", 0, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void aRevisionThatIsNotWellAnyMoreIsLeftAgain() {
    release.metrics = query -> MetricValue.value(query.contains("colour=\"blue\"") ? 0.5 : 0);

    RolloutOutcome outcome = ended(returning("cli-1", PREVIOUS));

    assertFalse(outcome.succeeded());
    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals(2, outcome.record().active().number());
    PastRevision last = outcome.record().history().get(0);
    assertEquals(3, last.revision().number());
    assertEquals("error-rate", last.because().signal());
  }

  @Test
  public void podsThatDoNotComeUpAgainMoveNoTraffic() {
    release.podsComeUp = false;
    int writes = release.entryWrites().size();

    RolloutOutcome outcome = ended(returning("cli-1", PREVIOUS));

    assertEquals(outcome.message(), Phase.REVERTED, outcome.phase());
    assertEquals(writes, release.entryWrites().size());
    assertEquals(0, release.replicas("backend", Colour.BLUE));
    release.podsComeUp = true;
    assertEquals(Phase.DONE, ended(returning("cli-2", PREVIOUS)).phase());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void anOlderRevisionHasToBeInstalledFirstAndThenGoesTheOrdinaryWay() {
    release.deploy("build-3", "v3");
    release.deploy("build-4", "v4");

    Rollout rollout = release.rollout("cli-1");
    Returning.Install install = (Returning.Install) release.done(back(rollout, numbered(1)));

    assertEquals(1, install.back().number());
    assertEquals("austa-production-blue", install.preparation().helmRelease());
    assertEquals(5, install.preparation().revision().number());
    assertEquals(TestRelease.request("v1").images(), install.preparation().revision().images());
    assertNull(install.preparation().revision().installedAs());
    assertEquals(Colour.GREEN, release.trafficIsOn());

    release.install(install.preparation());
    assertTrue(release.done(rollout.check()).succeeded());
    assertTrue(release.done(rollout.switchTraffic()).succeeded());
    assertTrue(release.done(rollout.retire()).succeeded());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals("v1", release.record().active().version());
    assertEquals(
        List.of(5, 4, 3, 2, 1),
        release.record().history().stream().map(past -> past.revision().number()).toList());
  }

  @Test
  public void aColourThatSomebodyInstalledOverIsNotTakenForTheRevision() {
    release.edit(
        "backend",
        Colour.BLUE,
        deployment -> {
          deployment.getMetadata().getLabels().put("austa.io/revision", "99");
          return deployment;
        });

    Returning returning = release.done(back(release.rollout("cli-1"), PREVIOUS));

    assertTrue(returning.toString(), returning instanceof Returning.Install);
  }

  @Test
  public void aNumberThatIsNotInTheHistoryIsRefusedWithThoseThatAre() {
    refused(numbered(7), "it is not in the history", "These have served and are: 1, 2.");
  }

  @Test
  public void aRevisionThatWasRevertedIsRefusedWithTheReason() {
    release.healthAnswers("backend", 500);
    release.done(release.prepared("build-3", "v3").check());
    release.healthAnswers("backend", 200);

    refused(numbered(3), "ended as reverted because of http (");
  }

  @Test
  public void aContractMigrationIsNoWayBack() {
    RevisionRequest ordinary = TestRelease.request("v3");
    Rollout rollout = release.rollout("build-3");
    release.install(
        release.done(
            rollout.prepare(
                new RevisionRequest(
                    "v3", ordinary.images(), "cockpit-1.0.0", "ann", "drop", null, true))));
    release.done(rollout.check());
    release.done(rollout.switchTraffic());
    release.done(rollout.retire());

    refused(PREVIOUS, "a migration that came with revision 3 (v3, blue)", "contract: true");
  }

  @Test
  public void whatTheCallerKnowsSpeaksAgainstItBeforeAnythingIsTouched() {
    checks = (back, kept) -> Optional.of("the registry has its image no more (kept " + kept + ")");

    refused(PREVIOUS, "the registry has its image no more (kept true)");
  }

  @Test
  public void aRolloutThatIsUnderWayIsNamed() {
    release.prepared("build-3", "v3");

    refused(PREVIOUS, "revision 3 (v3, blue) is being rolled out by build build-3 (preparing)");
  }

  @Test
  public void theFirstRevisionHasNothingBeforeIt() {
    try (TestRelease first = new TestRelease()) {
      first.deploy("build-1", "v1");

      CannotReturnException refused =
          first.failure(
              CannotReturnException.class,
              first.rollout("cli-1").revertTo(new ReturnRequest(PREVIOUS, "ann", ""), checks));

      assertTrue(
          refused.getMessage(), refused.getMessage().contains("no other revision than revision 1"));
    }
  }

  @Test
  public void theRevisionThatServesNeedsNothing() {
    RolloutOutcome outcome = ended(returning("cli-1", numbered(2)));

    assertTrue(outcome.succeeded());
    assertTrue(outcome.message(), outcome.message().contains("revision 2 (v2, green) serves"));
  }

  @Test
  public void aReturnedRevisionServesUnderItsOldNumberToo() {
    ended(returning("cli-1", numbered(1)));

    RolloutOutcome outcome = ended(returning("cli-2", numbered(1)));

    assertTrue(outcome.message(), outcome.message().contains("revision 3 (v1, blue) serves"));
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void theSameBuildAskedAgainAfterItsEndDoesNotGoBackTwice() {
    ended(returning("build-9", PREVIOUS));

    RolloutOutcome again = ended(returning("build-9", PREVIOUS));

    assertTrue(again.message(), again.message().contains("serves already"));
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aCrashUnderWayIsGoneOnFromByTheSameBuild() {
    Rollout died = release.rollout("build-9");
    CompletableFuture<Returning> cut = back(died, PREVIOUS);
    while (release.record().phase() != Phase.VERIFYING) {
      assertFalse(cut.isDone());
      release.time.pass(java.time.Duration.ofMillis(500));
    }
    died.close();
    int writes = release.entryWrites().size();

    RolloutOutcome outcome = ended(returning("build-9", PREVIOUS));

    assertEquals(outcome.message(), Phase.DONE, outcome.phase());
    assertEquals("traffic is not switched twice", writes, release.entryWrites().size());
    assertEquals(3, outcome.record().active().number());
  }

  @Test
  public void anotherBuildsLeaseIsRespected() {
    Rollout other = release.prepared("build-3", "v3");
    release.done(other.revert("manual", "changed my mind"));
    new RolloutLease(
            release.api.client(),
            TestRelease.TARGET,
            "build-4",
            release.settings.leaseDuration(),
            release.time.clock(),
            release.time,
            release.time.calls())
        .hold();

    // The colour of the previous revision was prepared for another one, but never installed over.
    LeaseHeldException held =
        release.failure(LeaseHeldException.class, back(release.rollout("cli-1"), PREVIOUS));

    assertEquals("build-4", held.holder());
  }

  @Test
  public void theSameImagesWithOtherValuesAreAnotherRevision() {
    RevisionRequest known = TestRelease.request("v2");
    Preparation first = prepare("build-3", known, "values-a");
    assertTrue("an old record says nothing of values", first.unchanged());
    Preparation second =
        prepare("build-4", new RevisionRequest("v5", known.images(), "c", "a", "b"), "values-a");
    assertFalse(second.unchanged());
    assertEquals("values-a", second.revision().valuesDigest());
  }

  private Preparation prepare(String holder, RevisionRequest like, String values) {
    return release.done(
        release
            .rollout(holder)
            .prepare(
                new RevisionRequest(
                    like.version(),
                    like.images(),
                    like.chart(),
                    like.who(),
                    like.why(),
                    values,
                    false)));
  }

  private void refused(WantedRevision wanted, String... parts) {
    RolloutRecord before = release.record();
    int writes = release.api.writes("configmaps").size();

    CannotReturnException refused =
        release.failure(CannotReturnException.class, back(release.rollout("cli-1"), wanted));

    for (String part : parts) {
      assertTrue(refused.getMessage(), refused.getMessage().contains(part));
    }
    assertTrue(refused.getMessage(), refused.getMessage().contains("Nothing was touched."));
    assertEquals(before, release.record());
    assertEquals(writes, release.api.writes("configmaps").size());
  }

  private Returning returning(String holder, WantedRevision wanted) {
    return release.done(back(release.rollout(holder), wanted));
  }

  private CompletableFuture<Returning> back(Rollout rollout, WantedRevision wanted) {
    return rollout.revertTo(new ReturnRequest(wanted, "ann", "customers complain"), checks);
  }

  private static RolloutOutcome ended(Returning returning) {
    return ((Returning.Ended) returning).outcome();
  }

  private static WantedRevision numbered(int number) {
    return new WantedRevision.Numbered(number);
  }

  /** Pods come up a moment after they are asked for, again and again. */
  private void kubelet() {
    release.time.schedule(
        () -> {
          release.runPods();
          kubelet();
        },
        300,
        TimeUnit.MILLISECONDS);
  }
}
