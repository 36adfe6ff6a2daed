package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** A rollout is the same whatever moves the traffic. */
@RunWith(Parameterized.class)
public class RolloutByRouterTest {

  @Parameters(name = "{0}")
  public static RouterFixture[] routers() {
    return RouterFixture.values();
  }

  @Parameter public RouterFixture kind;

  private TestRelease release;

  @Before
  public void blueServes() {
    release = new TestRelease(kind);
    release.deploy("build-1", "v1");
  }

  @After
  public void close() {
    release.close();
  }

  @Test
  public void rollsOutAndRetiresThePreviousColour() {
    release.deploy("build-2", "v2");

    assertEquals(Colour.GREEN, release.trafficIsOn());
    assertEquals(Phase.DONE, release.record().phase());
    assertEquals(0, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void anErrorSpikeAfterTheSwitchTakesTrafficBack() {
    release.metrics = query -> MetricValue.value(query.contains("\"green\"") ? 0.5 : 0);
    Rollout rollout = checked();

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("error-rate", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(0, release.replicas("backend", Colour.GREEN));
    assertEquals(2, release.replicas("backend", Colour.BLUE));
  }

  @Test
  public void aDeniedWriteOfTheEntryRevertsWithUsersOnBlue() {
    Rollout rollout = checked();
    release.api.fault(
        (method, path) ->
            "PUT".equals(method) && path.contains(kind.plural() + "/")
                ? MockApiServer.status(403)
                : Optional.empty());

    RolloutOutcome outcome = release.done(rollout.switchTraffic());

    assertEquals(Phase.REVERTED, outcome.phase());
    assertEquals("switch", outcome.revertedBecause().orElseThrow().signal());
    assertEquals(Colour.BLUE, release.trafficIsOn());
  }

  @Test
  public void aCrashAfterTheSwitchDoesNotSwitchTwice() {
    Rollout dying = checked();
    boolean[] moved = {false};
    release.api.fault(
        (method, path) -> {
          moved[0] |= "PUT".equals(method) && path.contains(kind.plural() + "/");
          return moved[0] && "PUT".equals(method) && path.contains("/configmaps/")
              ? MockApiServer.status(409)
              : Optional.empty();
        });
    release.failure(RecordConflictException.class, dying.switchTraffic());
    dying.close();
    release.api.noFault();
    int writes = release.entryWrites().size();

    RolloutOutcome outcome = release.done(release.rollout("build-2").switchTraffic());

    assertTrue(outcome.succeeded());
    assertEquals(writes, release.entryWrites().size());
    assertEquals(Colour.GREEN, release.trafficIsOn());
  }

  @Test
  public void aBuildThatDiedInTheVerificationIsTakenBackByTheNextOne() {
    Rollout dying = checked();
    CompletableFuture<RolloutOutcome> verification = dying.switchTraffic();
    release.time.runCalls();
    assertFalse(verification.isDone());
    assertEquals(Colour.GREEN, release.trafficIsOn());
    dying.close();
    release.time.pass(Duration.ofMinutes(3));

    release.done(release.rollout("build-3").prepare(TestRelease.request("v3")));

    assertEquals(Colour.BLUE, release.trafficIsOn());
    assertEquals(1, release.record().active().number());
  }

  @Test
  public void anEntryEditedByHandIsRefusedBeforeAnythingIsTouched() {
    kind.sendBackendElsewhere(release.api.client(), TestRelease.TARGET);
    int writes = release.api.writes("/configmaps").size();

    EntryRefusedException refused =
        release.failure(
            EntryRefusedException.class,
            release.rollout("build-2").prepare(TestRelease.request("v2")));

    assertTrue(refused.getMessage(), refused.getMessage().contains("elsewhere"));
    assertTrue(refused.getMessage(), refused.getMessage().contains("Nothing was touched"));
    assertEquals(writes, release.api.writes("/configmaps").size());
  }

  private Rollout checked() {
    Rollout rollout = release.prepared("build-2", "v2");
    release.done(rollout.check());
    return rollout;
  }
}
