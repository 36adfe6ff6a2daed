package io.jenkins.plugins.austa.engine.checks;

import java.io.Serializable;

/**
 * What tests did.
 *
 * @param tests how many there are, skipped ones included
 * @param failures how many failed an assertion
 * @param errors how many ended by an error
 * @param skipped how many did not run
 * @param firstFailure name and message of the first failure or error, bounded; null when none
 */
public record JunitSummary(int tests, int failures, int errors, int skipped, String firstFailure)
    implements Serializable {
  /** Nothing ran. */
  public static final JunitSummary NONE = new JunitSummary(0, 0, 0, 0, null);

  /** Whether tests ran and none failed. A report without a test proves nothing and is not green. */
  public boolean green() {
    return tests > skipped && failures == 0 && errors == 0;
  }

  JunitSummary plus(JunitSummary other) {
    return new JunitSummary(
        tests + other.tests,
        failures + other.failures,
        errors + other.errors,
        skipped + other.skipped,
        firstFailure == null ? other.firstFailure : firstFailure);
  }
}
