package io.jenkins.plugins.austa.engine.report;

/**
 * One check of one service: its unit tests, its linter.
 *
 * @param service name from {@code austa.yaml}
 * @param name of the check, unique within its service
 * @param result as {@link StageReport#result()}
 * @param tests number of tests that the check's report names, 0 where it names none
 * @param failed those that failed or could not run
 * @param skipped those that were left out
 * @param lineCoverage share of lines covered, 0 to 1; null where it was not measured
 * @param durationMillis how long the check took
 */
public record CheckReport(
    String service,
    String name,
    String result,
    int tests,
    int failed,
    int skipped,
    Double lineCoverage,
    long durationMillis) {}
