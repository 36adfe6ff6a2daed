package io.jenkins.plugins.austa.cli.host;

import java.io.Serializable;

/**
 * How many tests ran; the value of the {@code junit} step, with the properties Jenkins gives it.
 *
 * @param total all tests, skipped ones included
 */
public record TestCounts(int total, int failed, int skipped) implements Serializable {
  /** No tests. */
  public static final TestCounts NONE = new TestCounts(0, 0, 0);

  /** Returns the sum. */
  public TestCounts plus(TestCounts other) {
    return new TestCounts(total + other.total, failed + other.failed, skipped + other.skipped);
  }

  /** Returns all tests, skipped ones included. */
  public int getTotalCount() {
    return total;
  }

  /** Returns the failed tests. */
  public int getFailCount() {
    return failed;
  }

  /** Returns the skipped tests. */
  public int getSkipCount() {
    return skipped;
  }

  /** Returns the tests that passed. */
  public int getPassCount() {
    return total - failed - skipped;
  }

  @Override
  public String toString() {
    return total + " tests, " + failed + " failed, " + skipped + " skipped";
  }
}
