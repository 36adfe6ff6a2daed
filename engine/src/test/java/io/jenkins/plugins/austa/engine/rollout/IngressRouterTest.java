package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class IngressRouterTest {

  private final TestRelease release = new TestRelease();
  private final Router router = release.router;

  @Before
  public void blueCarriesTraffic() {
    router.switchTo(Colour.BLUE, router.read());
  }

  @After
  public void close() {
    release.close();
  }

  @Test
  public void createsTheMissingEntryOnlyOnce() {
    EntryChangedException refused =
        assertThrows(
            EntryChangedException.class, () -> router.switchTo(Colour.GREEN, EntryState.absent()));

    assertEquals(1, release.entryWrites().size());
    assertTrue(
        refused.getMessage(),
        refused.getMessage().contains("Ingress austa-cockpit-production/austa-production"));
  }

  @Test
  public void writesNothingToAnEntryThatIsNotTheOneSeen() {
    EntryState seen = router.read();
    release.editEntry("/api", "austa-production-backend-green");
    int writes = release.entryWrites().size();

    assertThrows(EntryChangedException.class, () -> router.switchTo(Colour.GREEN, seen));

    assertEquals(writes, release.entryWrites().size());
    assertEquals(Map.of("frontend", Colour.BLUE, "backend", Colour.GREEN), router.read().carries());
  }

  @Test
  public void aConflictOfTheWriteItselfIsNoOtherFailureOfTheCluster() {
    EntryState seen = router.read();
    release.api.fault(
        (method, path) -> "PUT".equals(method) ? MockApiServer.status(409) : Optional.empty());
    assertThrows(EntryChangedException.class, () -> router.switchTo(Colour.GREEN, seen));

    release.api.fault(
        (method, path) -> "PUT".equals(method) ? MockApiServer.status(403) : Optional.empty());
    assertThrows(ClusterException.class, () -> router.switchTo(Colour.GREEN, seen));

    assertEquals(Optional.of(Colour.BLUE), router.read().colour());
  }

  @Test
  public void movesEveryServiceInOneWrite() {
    int writes = release.entryWrites().size();

    EntryState moved = router.switchTo(Colour.GREEN, router.read());

    assertEquals(Optional.of(Colour.GREEN), moved.colour());
    assertEquals(writes + 1, release.entryWrites().size());
  }
}
