package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryChangedException;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.Router;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What every router promises. */
@RunWith(Parameterized.class)
public class RouterTest {

  @Parameters(name = "{0}")
  public static RouterFixture[] routers() {
    return RouterFixture.values();
  }

  @Parameter public RouterFixture kind;

  private final MockApiServer api = new MockApiServer();
  private Router router;

  @Before
  public void blueCarriesTraffic() {
    router = kind.router(api.client(), TestRelease.TARGET);
    assertTrue(router.read().missing());
    router.switchTo(Colour.BLUE, router.read());
  }

  @After
  public void close() {
    api.close();
  }

  @Test
  public void createsWhatItReadsAsOnThatColour() {
    EntryState state = router.read();

    assertEquals(Optional.of(Colour.BLUE), state.colour());
    assertEquals(Map.of("frontend", Colour.BLUE, "backend", Colour.BLUE), state.carries());
    assertEquals(Optional.empty(), state.trouble());
    assertEquals(kind.writes(), writes());
  }

  @Test
  public void movesEveryServiceAndBack() {
    EntryState moved = router.switchTo(Colour.GREEN, router.read());
    assertEquals(Optional.of(Colour.GREEN), moved.colour());
    assertEquals(2 * kind.writes(), writes());

    EntryState back = router.takeBack(Colour.BLUE, moved);
    assertEquals(Optional.of(Colour.BLUE), back.colour());
    assertEquals(3 * kind.writes(), writes());
  }

  @Test
  public void writesEveryObjectAnewThatIsWhereItShouldBe() {
    EntryState before = router.read();

    EntryState anew = router.takeBack(Colour.BLUE, before);

    assertEquals(Optional.of(Colour.BLUE), anew.colour());
    assertEquals(before.versions().keySet(), anew.versions().keySet());
    anew.versions()
        .forEach((name, version) -> assertNotEquals(version, before.versions().get(name)));
    assertThrows(
        "what was decided before counts no more",
        EntryChangedException.class,
        () -> router.switchTo(Colour.GREEN, before));
  }

  @Test
  public void createsTheMissingEntryOnlyOnce() {
    EntryChangedException refused =
        assertThrows(
            EntryChangedException.class, () -> router.switchTo(Colour.GREEN, EntryState.absent()));

    assertEquals(kind.writes(), writes());
    assertTrue(
        refused.getMessage(),
        refused.getMessage().contains(" austa-cockpit-production/austa-production"));
  }

  @Test
  public void writesNothingToAnEntryThatIsNotTheOneSeen() {
    EntryState seen = router.read();
    kind.sendBackendElsewhere(api.client(), TestRelease.TARGET);
    EntryState elsewhere = kind.router(api.client(), TestRelease.TARGET).read();

    assertThrows(EntryChangedException.class, () -> router.switchTo(Colour.GREEN, seen));
    assertThrows(EntryChangedException.class, () -> router.takeBack(Colour.GREEN, seen));

    assertEquals(elsewhere, router.read());
  }

  @Test
  public void aConflictOfTheWriteItselfIsNoOtherFailureOfTheCluster() {
    EntryState seen = router.read();
    answerWrites(409);
    assertThrows(EntryChangedException.class, () -> router.switchTo(Colour.GREEN, seen));

    answerWrites(403);
    ClusterException denied =
        assertThrows(ClusterException.class, () -> router.switchTo(Colour.GREEN, seen));

    assertEquals(403, denied.code());
    assertTrue(denied.getMessage(), denied.getMessage().contains("to green"));
    assertEquals(Optional.of(Colour.BLUE), router.read().colour());
  }

  @Test
  public void anEntryThatLeadsElsewhereIsExplained() {
    kind.sendBackendElsewhere(api.client(), TestRelease.TARGET);

    EntryState state = router.read();

    assertEquals(Optional.empty(), state.colour());
    assertTrue(
        state.toString(), state.trouble().orElseThrow().contains("austa-production-backend"));
    assertTrue(state.toString(), state.trouble().orElseThrow().contains("elsewhere"));
  }

  private void answerWrites(int code) {
    api.fault(
        (method, path) -> "PUT".equals(method) ? MockApiServer.status(code) : Optional.empty());
  }

  private int writes() {
    return api.writes(kind.plural()).size();
  }
}
