package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.checks.JunitSummary;
import io.jenkins.plugins.austa.engine.report.CheckReport;
import java.io.Serializable;
import java.util.Locale;

/**
 * How one check ended.
 *
 * @param exitCode what its command ended with
 * @param tests what its test report says; null when it writes none
 * @param lineCoverage share of lines covered, 0 to 1; null when it was not measured
 * @param unreadable why a report that was to be written cannot be used; null when all is well
 */
record CheckOutcome(int exitCode, JunitSummary tests, Double lineCoverage, String unreadable)
    implements Serializable {

  boolean failed() {
    return exitCode != 0 || unreadable != null || tests != null && !tests.green();
  }

  String summary() {
    if (unreadable != null) {
      return "exit code " + exitCode + ", and " + unreadable;
    }
    if (tests == null) {
      return exitCode == 0 ? "passed" : "exit code " + exitCode;
    }
    int failures = tests.failures() + tests.errors();
    String counted =
        tests.tests() + " tests, " + failures + " failed, " + tests.skipped() + " skipped";
    String first = tests.firstFailure() == null ? "" : "; first: " + tests.firstFailure();
    String exit = exitCode != 0 && failures == 0 ? ", exit code " + exitCode : "";
    return counted + coverage() + exit + first;
  }

  CheckReport report(String service, String check) {
    JunitSummary counted = tests == null ? JunitSummary.NONE : tests;
    return new CheckReport(
        service,
        check,
        failed() ? "FAILURE" : "SUCCESS",
        counted.tests(),
        counted.failures() + counted.errors(),
        counted.skipped(),
        lineCoverage,
        0);
  }

  private String coverage() {
    return lineCoverage == null
        ? ""
        : String.format(Locale.ROOT, ", %.1f %% of lines covered", lineCoverage * 100);
  }
}
