package io.jenkins.plugins.austa.cli.host.services;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class FilePatternsTest {
  private static boolean matches(String includes, String path) {
    return FilePatterns.of(includes, "", true).matches(path);
  }

  @Test
  public void readsAntPatterns() {
    assertTrue(matches("**/*.xml", "a.xml"));
    assertTrue(matches("**/*.xml", "x/y/a.xml"));
    assertTrue(matches("target/**", "target/x/y"));
    assertTrue(matches("target/", "target/x/y"));
    assertTrue(matches("a?.txt, b.txt", "b.txt"));
    assertTrue(matches("a/**/b/*.txt", "a/b/c.txt"));
    assertTrue(matches("", "anything/at.all"));
    assertFalse(matches("*.xml", "x/a.xml"));
    assertFalse(matches("a?.txt", "abc.txt"));
    assertFalse(matches("a.b", "axb"));
  }

  @Test
  public void leavesOutVersionControlUnlessToldOtherwise() {
    assertFalse(matches("**", ".git/config"));
    assertTrue(FilePatterns.of("**", "", false).matches(".git/config"));
  }

  @Test
  public void excludesWin() {
    assertFalse(FilePatterns.of("**", "**/*.tmp", true).matches("a/b.tmp"));
  }
}
