package io.jenkins.plugins.austa.engine.report;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gathers what the steps of one run contribute to its report. Thread-safe. Survives Java
 * serialisation and XStream (Jenkins' {@code build.xml}); what is added twice under the same name
 * (a stage that was retried, a run that was resumed) counts once, the last one wins. Stays small:
 * lists and strings are cut, and the report says what is missing.
 */
public final class RunReportCollector implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FINDINGS = 200;
  private static final int MOST_EVENTS = 500;

  private final KeptPieces checks = new KeptPieces("Checks", 500);
  private final KeptPieces gate = new KeptPieces("Gates", 1);
  private final KeptPieces images = new KeptPieces("Images", 200);
  private final KeptPieces migrations = new KeptPieces("Migrations", 500);
  private final KeptPieces rollout = new KeptPieces("Rollouts", 1);
  private final KeptPieces approvals = new KeptPieces("Approvals", 50);
  private final KeptPieces tools = new KeptPieces("Tools", 100);
  private final KeptPieces notifications = new KeptPieces("Notifications", 100);

  /** One check of one service; replaces an earlier one of the same service and name. */
  public synchronized void addCheck(CheckReport check) {
    checks.put(key(check.service(), check.name()), check);
  }

  /** The gate's verdict; replaces an earlier one. Keeps the 200 most important findings. */
  public synchronized void setGate(GateReport verdict) {
    gate.put("gate", verdict.capped(MOST_FINDINGS));
  }

  /** Images; each replaces an earlier one of the same service and reference. */
  public synchronized void addImages(Collection<ImageReport> built) {
    built.forEach(image -> images.put(key(image.service(), image.reference()), image));
  }

  /** Migrations; each replaces an earlier one of the same environment and name. */
  public synchronized void addMigrations(Collection<MigrationReport> done) {
    done.forEach(
        migration -> migrations.put(key(migration.environment(), migration.name()), migration));
  }

  /** The rollout as it is now; replaces an earlier one. Keeps the last 500 events. */
  public synchronized void setRollout(RolloutReport now) {
    rollout.put("rollout", now.capped(MOST_EVENTS));
  }

  /** One decision; earlier ones stay. */
  public synchronized void addApproval(ApprovalReport approval) {
    approvals.add(approval);
  }

  /** One outside tool; replaces an earlier entry of the same name that ran the same way. */
  public synchronized void addTool(ToolReport tool) {
    tools.put(key(tool.name(), tool.how()), tool);
  }

  /** One message that was sent or tried; earlier ones stay. */
  public synchronized void addNotification(NotificationReport notification) {
    notifications.add(notification);
  }

  /** The rollout as contributed last. */
  public synchronized Optional<RolloutReport> rollout() {
    return rollout.readLast(RolloutReport.class);
  }

  /** The gate's verdict as contributed last. */
  public synchronized Optional<GateReport> gate() {
    return gate.readLast(GateReport.class);
  }

  /** Images contributed so far, in that order. */
  public synchronized List<ImageReport> images() {
    return images.read(ImageReport.class);
  }

  /**
   * The whole report as of now; the collector can go on afterwards.
   *
   * @param traffic null when none was measured
   */
  public synchronized RunReport report(
      RunHead head, List<StageReport> stages, TrafficReport traffic) {
    List<ToolReport> allTools = tools.read(ToolReport.class);
    return new RunReport(
        head.platform(),
        head.result(),
        head.branch(),
        head.commit(),
        head.version(),
        head.startedBy(),
        head.startedAt(),
        head.durationMillis(),
        head.cpsSteps(),
        head.flowNodes(),
        head.failure(),
        stages,
        checks.read(CheckReport.class),
        gate().orElse(null),
        images(),
        migrations.read(MigrationReport.class),
        rollout().orElse(null),
        approvals.read(ApprovalReport.class),
        traffic,
        recorded(allTools),
        allTools,
        notifications.read(NotificationReport.class),
        omitted());
  }

  private static List<String> recorded(List<ToolReport> tools) {
    return tools.stream()
        .filter(tool -> ToolReport.RECORDED.equals(tool.how()))
        .map(ToolReport::name)
        .distinct()
        .toList();
  }

  private List<String> omitted() {
    Stream<Optional<String>> cut =
        Stream.of(checks, images, migrations, approvals, tools, notifications)
            .map(KeptPieces::omitted);
    return Stream.concat(cut.flatMap(Optional::stream), findingsOmitted().stream()).toList();
  }

  private Optional<String> findingsOmitted() {
    return gate()
        .filter(verdict -> verdict.totalFindings() > verdict.findings().size())
        .map(
            verdict ->
                "Findings: %d of %d are kept, those that decided first, then the worst"
                    .formatted(verdict.findings().size(), verdict.totalFindings()));
  }

  /** The line break keeps "a" + "bc" and "ab" + "c" apart; names have none. */
  private static String key(String first, String second) {
    return first + "\n" + second;
  }
}
