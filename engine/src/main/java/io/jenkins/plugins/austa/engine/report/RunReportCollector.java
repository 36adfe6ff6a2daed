package io.jenkins.plugins.austa.engine.report;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /**
   * By name of the kind, made when first needed: what an older version stored lacks newer kinds.
   */
  private final LinkedHashMap<String, KeptPieces> pieces = new LinkedHashMap<>();

  /** One check of one service; replaces an earlier one of the same service and name. */
  public synchronized void addCheck(CheckReport check) {
    kept(PieceKind.CHECKS).put(key(check.service(), check.name()), check);
  }

  /** The gate's verdict; replaces an earlier one. Keeps the 200 most important findings. */
  public synchronized void setGate(GateReport verdict) {
    kept(PieceKind.GATE).put("gate", verdict.capped(MOST_FINDINGS));
  }

  /** Images; each replaces an earlier one of the same service and reference. */
  public synchronized void addImages(Collection<ImageReport> built) {
    built.forEach(
        image -> kept(PieceKind.IMAGES).put(key(image.service(), image.reference()), image));
  }

  /** Migrations; each replaces an earlier one of the same environment and name. */
  public synchronized void addMigrations(Collection<MigrationReport> done) {
    done.forEach(
        migration ->
            kept(PieceKind.MIGRATIONS)
                .put(key(migration.environment(), migration.name()), migration));
  }

  /** The rollout as it is now; replaces an earlier one. Keeps the last 500 events. */
  public synchronized void setRollout(RolloutReport now) {
    kept(PieceKind.ROLLOUT).put("rollout", now.capped(MOST_EVENTS));
  }

  /** One decision; earlier ones stay. */
  public synchronized void addApproval(ApprovalReport approval) {
    kept(PieceKind.APPROVALS).add(approval);
  }

  /** One outside tool; replaces an earlier entry of the same name that ran the same way. */
  public synchronized void addTool(ToolReport tool) {
    kept(PieceKind.TOOLS).put(key(tool.name(), tool.how()), tool);
  }

  /** One message that was sent or tried; earlier ones stay. */
  public synchronized void addNotification(NotificationReport notification) {
    kept(PieceKind.NOTIFICATIONS).add(notification);
  }

  /** The rollout as contributed last. */
  public synchronized Optional<RolloutReport> rollout() {
    return kept(PieceKind.ROLLOUT).readLast(RolloutReport.class);
  }

  /** The gate's verdict as contributed last. */
  public synchronized Optional<GateReport> gate() {
    return kept(PieceKind.GATE).readLast(GateReport.class);
  }

  /** Migrations contributed so far, in that order. */
  public synchronized List<MigrationReport> migrations() {
    return kept(PieceKind.MIGRATIONS).read(MigrationReport.class);
  }

  /** Approvals contributed so far, in that order. */
  public synchronized List<ApprovalReport> approvals() {
    return kept(PieceKind.APPROVALS).read(ApprovalReport.class);
  }

  /** Images contributed so far, in that order. */
  public synchronized List<ImageReport> images() {
    return kept(PieceKind.IMAGES).read(ImageReport.class);
  }

  /** As {@link #report(RunHead, StageTree.Stages, TrafficReport)}, with all stages. */
  public RunReport report(RunHead head, List<StageReport> stages, TrafficReport traffic) {
    return report(head, new StageTree.Stages(stages, 0), traffic);
  }

  /**
   * The whole report as of now; the collector can go on afterwards.
   *
   * @param traffic null when none was measured
   */
  public synchronized RunReport report(
      RunHead head, StageTree.Stages stages, TrafficReport traffic) {
    List<ToolReport> allTools = kept(PieceKind.TOOLS).read(ToolReport.class);
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
        head.failureKind(),
        stages.stages(),
        kept(PieceKind.CHECKS).read(CheckReport.class),
        gate().orElse(null),
        images(),
        kept(PieceKind.MIGRATIONS).read(MigrationReport.class),
        rollout().orElse(null),
        kept(PieceKind.APPROVALS).read(ApprovalReport.class),
        traffic,
        recorded(allTools),
        allTools,
        kept(PieceKind.NOTIFICATIONS).read(NotificationReport.class),
        omitted(stages));
  }

  /** What is written is a copy: a step may add to this one while Jenkins writes. */
  private synchronized Object writeReplace() {
    RunReportCollector copy = new RunReportCollector();
    pieces.forEach((kind, kept) -> copy.pieces.put(kind, new KeptPieces(kept)));
    return copy;
  }

  private static List<String> recorded(List<ToolReport> tools) {
    return tools.stream()
        .filter(tool -> ToolReport.RECORDED.equals(tool.how()))
        .map(ToolReport::name)
        .distinct()
        .toList();
  }

  private KeptPieces kept(PieceKind kind) {
    return pieces.computeIfAbsent(
        kind.name(), name -> new KeptPieces(name.toLowerCase(Locale.ROOT), kind.most()));
  }

  private List<String> omitted(StageTree.Stages stages) {
    return Stream.of(
            pieces.values().stream().map(KeptPieces::omitted).flatMap(Optional::stream),
            findingsOmitted().stream(),
            stages.told().stream())
        .flatMap(lines -> lines)
        .toList();
  }

  private Optional<String> findingsOmitted() {
    return gate()
        .filter(verdict -> verdict.totalFindings() > verdict.findings().size())
        .map(
            verdict ->
                "findings: %d of %d are kept, those that decided first, then the worst"
                    .formatted(verdict.findings().size(), verdict.totalFindings()));
  }

  /** The line break keeps "a" + "bc" and "ab" + "c" apart; names have none. */
  private static String key(String first, String second) {
    return first + "\n" + second;
  }
}
