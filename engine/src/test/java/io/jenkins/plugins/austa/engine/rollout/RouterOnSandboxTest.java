package io.jenkins.plugins.austa.engine.rollout;

import static io.jenkins.plugins.austa.engine.rollout.SandboxRelease.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Whole rollouts by each router, with users on a real proxy. */
@RunWith(Parameterized.class)
public class RouterOnSandboxTest {

  @Parameters(name = "{0}")
  public static RouterFixture[] routers() {
    return RouterFixture.values();
  }

  @Parameter public RouterFixture kind;

  private SandboxRelease release;

  @Before
  public void blueServesUsers() throws Exception {
    release = new SandboxRelease(kind);
    release.verifyWindow = Duration.ofSeconds(1);
    release.serving();
  }

  @After
  public void stop() {
    release.close();
  }

  @Test
  public void usersLoseNoRequestOnTheWayThereAndBack() throws Exception {
    RolloutOutcome there = release.retired(release.switched(release.prepared("build-2", "v2")));
    assertEquals(there.message(), Phase.DONE, there.phase());
    assertEquals(0, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));

    Rollout next = release.switched(release.prepared("build-3", "v3"));
    assertEquals(Optional.of(Colour.BLUE), release.router.read().colour());
    RolloutOutcome back = await(next.revert("manual", "customers complain"));

    TrafficReport report = release.stopTraffic();
    assertEquals(back.message(), Phase.REVERTED, back.phase());
    assertEquals(Optional.of(Colour.GREEN), release.router.read().colour());
    assertEquals(report.reasons().toString(), 0, report.failed());
    assertTrue(report.toString(), report.byColour().get("blue") > 0);
    assertTrue(report.toString(), report.byColour().get("green") > 0);
    assertEquals(0, release.replicas("backend", Colour.BLUE));
    assertEquals(2, release.replicas("backend", Colour.GREEN));
  }

  @Test
  public void asksTheClusterForNothingThatItsRoleDoesNotGrant() throws Exception {
    await(release.switched(release.prepared("build-2", "v2")).revert("manual", "for a change"));

    Set<ApiMatch> asked = release.cluster.faults().requests();
    assertTrue(asked.toString(), asked.size() > 10);
    List<ApiMatch> denied =
        asked.stream()
            .filter(
                one ->
                    AccessNeeds.blueGreen(RouterKind.valueOf(kind.name())).stream()
                        .noneMatch(need -> need.covers(one.verb(), one.kind())))
            // What somebody else looks after in tests.
            .filter(one -> !kind.prepares(one.verb(), one.kind()))
            .toList();
    assertEquals(List.of(), denied);
  }
}
