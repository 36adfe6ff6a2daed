package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class RunFailureTest {

  @Test
  public void aListIsToldByItsFirstEntryAndHowManyMoreThereAre() {
    assertEquals(
        "failed: configuration: 3 mistakes: a:1: one (and 2 more)",
        line(
            FailureKind.CONFIGURATION,
            "FAILURE",
            "3 mistakes:\n  a:1: one\n  a:2: two\n  a:3: three"));
    assertEquals(
        "failed: configuration: 1 mistake: a:1: one",
        line(FailureKind.CONFIGURATION, "FAILURE", "1 mistake:\n  a:1: one\n"));
  }

  @Test
  public void anythingElseByItsFirstLine() {
    assertEquals(
        "failed: tests: unit failed", line(FailureKind.TESTS, "FAILURE", "unit failed\nmore"));
    assertEquals(
        "failed: internal error: internal error", line(FailureKind.INTERNAL, "FAILURE", " "));
  }

  @Test
  public void aStopIsNoFailure() {
    assertEquals("aborted: Aborted by ada", line(FailureKind.ABORTED, "ABORTED", "Aborted by ada"));
    assertEquals(
        "aborted: approval rejected: no", line(FailureKind.APPROVAL_REJECTED, "ABORTED", "no"));
  }

  private static String line(FailureKind kind, String result, String message) {
    return new RunFailure(kind, result, message).line();
  }
}
