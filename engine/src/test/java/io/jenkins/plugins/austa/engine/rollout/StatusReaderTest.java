package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

public class StatusReaderTest {

  private final TestRelease release = new TestRelease();

  @After
  public void close() {
    release.close();
  }

  @Test
  public void beforeTheFirstRolloutItSaysSo() {
    RolloutStatus status = status();

    assertEquals(Phase.IDLE, status.phase());
    assertEquals("Nothing has been rolled out yet.", status.meaning());
    assertTrue(status.settled());
    assertTrue(text().toString(), text().contains("traffic  no entry yet"));
    assertTrue(text().toString(), text().contains("blue     not installed"));
  }

  @Test
  public void afterARolloutItSaysWhatServesAndWhatIsKept() {
    release.deploy("build-1", "v1");
    release.deploy("build-2", "v2");

    RolloutStatus status = status();

    assertEquals("revision 2 (v2, green) serves.", status.meaning());
    assertEquals(Map.of("frontend", Colour.GREEN, "backend", Colour.GREEN), status.traffic());
    assertEquals("", status.holder());
    ColourStatus.Workload kept = status.colours().get(0).services().get("backend");
    assertEquals("1", kept.revision());
    assertEquals(0, kept.replicas());
    assertTrue(text().toString(), text().contains("traffic  green"));
    assertTrue(
        text().toString(),
        text().stream().anyMatch(line -> line.startsWith("*   2  v2           green  done")));
  }

  @Test
  public void aRolloutUnderWayNamesItsHolderAndWhoServes() {
    release.deploy("build-1", "v1");
    release.prepared("build-2", "v2");

    RolloutStatus status = status();

    assertEquals("build-2", status.holder());
    assertFalse(status.settled());
    assertTrue(
        status.meaning(),
        status
            .meaning()
            .startsWith(
                "revision 2 (v2, green) is preparing by build build-2. No user sees it yet;"
                    + " revision 1 (v1, blue) serves. Its lease is held until "));
  }

  @Test
  public void whatACrashLeavesIsExplainedWithWhatToDo() {
    release.deploy("build-1", "v1");
    release.switched("build-2", "v2").close();
    release.time.pass(Duration.ofHours(1));

    String meaning = status().meaning();

    assertTrue(meaning, meaning.contains("is retiring by build build-2. It has proven itself"));
    assertTrue(meaning, meaning.contains("Nobody holds its lease any more: run the same build"));
  }

  @Test
  public void anEntryThatWasEditedByHandIsTold() {
    release.deploy("build-1", "v1");
    release.editEntry("/api", "somewhere-else");

    RolloutStatus status = status();

    assertTrue(status.trouble().isPresent());
    assertTrue(status.meaning(), status.meaning().contains("The entry is odd: "));
    assertFalse(status.settled());
  }

  @Test
  public void aRolloutThatWentBackSaysWhyAlsoInTheHistory() {
    release.deploy("build-1", "v1");
    release.healthAnswers("backend", 500);
    release.done(release.prepared("build-2", "v2").check());

    assertTrue(
        status().meaning(),
        status().meaning().startsWith("The latest rollout went back because of http ("));
    assertTrue(text().toString(), text().stream().anyMatch(line -> line.endsWith("[http]")));
  }

  @Test
  public void readingChangesNothing() {
    release.deploy("build-1", "v1");
    int writes = release.api.writes("").size();

    status();

    assertEquals(writes, release.api.writes("").size());
  }

  @Test
  public void aDeniedReadIsOneMessage() {
    release.api.fault(
        (method, path) -> path.contains("/leases/") ? MockApiServer.status(403) : Optional.empty());

    ClusterException denied = assertThrows(ClusterException.class, this::status);

    assertTrue(
        denied.getMessage(), denied.getMessage().contains("Could not read the rollout lease"));
    assertTrue(denied.getMessage(), denied.getMessage().contains("Grant the verb"));
  }

  private List<String> text() {
    return StatusText.lines(status());
  }

  private RolloutStatus status() {
    return new StatusReader(
            release.api.client(), TestRelease.TARGET, release.router, release.time.clock())
        .read();
  }
}
