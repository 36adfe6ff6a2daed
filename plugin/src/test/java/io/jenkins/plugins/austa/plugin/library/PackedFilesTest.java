package io.jenkins.plugins.austa.plugin.library;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.Test;

public class PackedFilesTest {
  @Test
  public void readsAFolderWithAllBelowIt() throws IOException {
    PackedFiles library =
        PackedFiles.below("/io/jenkins/plugins/austa/library/", "vars/austaPipeline.groovy");

    Set<String> names = library.contents().keySet();
    assertTrue(names.toString(), names.contains("vars/austaPipeline.groovy"));
    assertTrue(
        names.toString(),
        names.contains("resources/io/jenkins/plugins/austa/chart/templates/service.yaml"));
  }

  @Test
  public void readsAFolderOfAJarAndNothingBesideIt() throws IOException {
    PackedFiles runner = PackedFiles.below("/org/junit/runner/", "notification/RunListener.class");

    assertTrue(runner.contents().containsKey("JUnitCore.class"));
    assertTrue(
        runner.contents().keySet().toString(),
        runner.contents().keySet().stream().noneMatch(name -> name.contains("org/junit")));
    try (InputStream expected = Test.class.getResourceAsStream("runner/JUnitCore.class")) {
      assertArrayEquals(expected.readAllBytes(), runner.contents().get("JUnitCore.class"));
    }
  }

  @Test
  public void saysWhichFileIsMissing() {
    IOException missing =
        assertThrows(IOException.class, () -> PackedFiles.below("/no/such/folder/", "file"));

    assertEquals(
        "the plugin's own file /no/such/folder/file is not on the class path; reinstall the plugin",
        missing.getMessage());
  }
}
