package io.jenkins.plugins.austa.cli.host.services;

import io.jenkins.plugins.austa.cli.host.TestCounts;

/** The tests of a run, over all reports. Safe for use from any thread. */
public final class TestTotals {
  private TestCounts sum = TestCounts.NONE;

  /** Adds what one step recorded. */
  public synchronized void add(TestCounts counts) {
    sum = sum.plus(counts);
  }

  /** Returns the sum so far. */
  public synchronized TestCounts sum() {
    return sum;
  }
}
