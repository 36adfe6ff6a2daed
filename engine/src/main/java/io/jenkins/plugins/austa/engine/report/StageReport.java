package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/**
 * One stage or parallel branch.
 *
 * @param name as shown to users
 * @param result SUCCESS, UNSTABLE, FAILURE, ABORTED or NOT_BUILT (skipped); null while it runs
 * @param startedMillis offset from the start of the run
 * @param durationMillis until it ended, or until now while it runs
 * @param children nested stages and branches in the order in which they started
 * @param error one line saying why it did not succeed; null where nothing went wrong
 */
public record StageReport(
    String name,
    String result,
    long startedMillis,
    long durationMillis,
    List<StageReport> children,
    String error) {

  public StageReport {
    children = Absent.orEmpty(children);
  }
}
