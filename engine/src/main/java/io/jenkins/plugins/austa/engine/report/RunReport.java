package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is told of one run, finished or not. Lists are never null and cannot be changed;
 * a missing list in {@code run.json} is an empty one. The first twelve components are those of
 * {@link RunHead}.
 *
 * @param stages top-level stages in the order in which they started
 * @param checks tests and linters by service
 * @param gate null when the security gate was not reached
 * @param images built or deployed
 * @param migrations by environment
 * @param rollout null when no rollout was begun
 * @param approvals asked for
 * @param traffic null when none was measured
 * @param recordedTools names of the tools whose output was replayed instead of produced
 * @param tools all outside tools
 * @param notifications sent or tried
 * @param omitted one line for each list that was cut, saying how much is missing
 */
public record RunReport(
    String platform,
    String result,
    String branch,
    String commit,
    String version,
    String startedBy,
    Instant startedAt,
    long durationMillis,
    int cpsSteps,
    int flowNodes,
    String failure,
    FailureKind failureKind,
    List<StageReport> stages,
    List<CheckReport> checks,
    GateReport gate,
    List<ImageReport> images,
    List<MigrationReport> migrations,
    RolloutReport rollout,
    List<ApprovalReport> approvals,
    TrafficReport traffic,
    List<String> recordedTools,
    List<ToolReport> tools,
    List<NotificationReport> notifications,
    List<String> omitted) {

  public RunReport {
    stages = Absent.orEmpty(stages);
    checks = Absent.orEmpty(checks);
    images = Absent.orEmpty(images);
    migrations = Absent.orEmpty(migrations);
    approvals = Absent.orEmpty(approvals);
    recordedTools = Absent.orEmpty(recordedTools);
    tools = Absent.orEmpty(tools);
    notifications = Absent.orEmpty(notifications);
    omitted = Absent.orEmpty(omitted);
  }

  /** Whether traffic was taken back to the colour before. */
  public boolean reverted() {
    return rollout != null && rollout.reverted();
  }
}
