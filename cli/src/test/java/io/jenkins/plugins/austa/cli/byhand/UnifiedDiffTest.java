package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class UnifiedDiffTest {

  @Test
  public void theSameTextIsNoDiff() {
    assertEquals("", UnifiedDiff.of("a", "x\ny\n", "b", "x\ny\n"));
  }

  @Test
  public void oneChangeHasItsContext() {
    assertEquals(
        """
        --- a
        +++ b
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        """,
        UnifiedDiff.of("a", numbers(1, 9), "b", numbers(1, 9).replace("5", "five")));
  }

  @Test
  public void changesFarApartAreHunksOfTheirOwn() {
    String after = numbers(1, 20).replace("2\n3\n", "2\nnew\n3\n").replace("19\n", "");

    assertEquals(
        """
        --- a
        +++ b
        @@ -1,5 +1,6 @@
         1
         2
        +new
         3
         4
         5
        @@ -16,5 +17,4 @@
         16
         17
         18
        -19
         20
        """,
        UnifiedDiff.of("a", numbers(1, 20), "b", after));
  }

  @Test
  public void whatIsNewIsAllAdded() {
    assertEquals(
        """
        --- /dev/null
        +++ b
        @@ -0,0 +1,2 @@
        +1
        +2
        """,
        UnifiedDiff.of("/dev/null", "", "b", numbers(1, 2)));
  }

  @Test
  public void whatGoesIsAllRemoved() {
    assertEquals(
        "--- a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n", UnifiedDiff.of("a", "1\n", "/dev/null", ""));
  }

  private static String numbers(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append(i).append('\n');
    }
    return text.toString();
  }
}
