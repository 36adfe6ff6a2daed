package io.jenkins.plugins.austa.engine.config;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("stash", "unstash", "stage", "archiveArtifacts");

  @Test
  public void findsTheNameWithTheFewestChanges() {
    assertEquals(Optional.of("stage"), NearestName.of("stgae", KNOWN));
    assertEquals(Optional.of("archiveArtifacts"), NearestName.of("archiveartifact", KNOWN));
  }

  @Test
  public void findsNothingWhenNothingIsNear() {
    assertEquals(Optional.empty(), NearestName.of("kubectl", KNOWN));
    assertEquals("", NearestName.hint("kubectl", KNOWN));
  }
}
