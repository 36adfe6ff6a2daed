package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One gate over the reports of all scanners. It fails closed: a scan that was planned and cannot be
 * read and trusted makes the verdict {@link GateOutcome#BROKEN}.
 */
public final class SecurityGate {
  private final GatePolicy policy;

  public SecurityGate(GatePolicy policy) {
    this.policy = policy;
  }

  /** As {@link #judge(Path, List, Map, LocalDate)} where no image was built. */
  public GateVerdict judge(Path workspace, List<ExpectedScan> expected, LocalDate today) {
    return judge(workspace, expected, Map.of(), today);
  }

  /**
   * Reads all planned reports and decides. Never throws because of a report.
   *
   * @param workspace the directory that relative report paths are relative to
   * @param expected every scan that was planned
   * @param built the image platforms that were built, by service; each needs a scan of its own
   * @param today the day against which suppressions are held
   */
  public GateVerdict judge(
      Path workspace,
      List<ExpectedScan> expected,
      Map<String, ? extends Set<String>> built,
      LocalDate today) {
    List<Reason> broken = new ArrayList<>();
    List<ScanReport> scans = new ArrayList<>();
    FindingMerger merger = new FindingMerger();
    if (expected.isEmpty()) {
      broken.add(
          new Reason(
              "no scan was planned, so nothing is known",
              "Plan at least one scanner for each service"));
    }
    for (ExpectedScan scan : expected) {
      try {
        scans.add(ScanReports.read(workspace, scan, merger));
      } catch (BrokenReportException e) {
        broken.add(new Reason(e.where() + ": " + e.what(), e.whatToDo()));
      }
    }
    broken.addAll(unscannedPlatforms(scans, built));
    return new GateDecision(policy, today).decide(merger.merged(), scans, broken);
  }

  private static List<Reason> unscannedPlatforms(
      List<ScanReport> scans, Map<String, ? extends Set<String>> built) {
    Set<String> scanned = new HashSet<>();
    for (ScanReport scan : scans) {
      scanned.add(scan.service() + '\0' + scan.platform());
    }
    List<Reason> reasons = new ArrayList<>();
    built.forEach(
        (service, platforms) -> {
          for (String platform : platforms) {
            if (!scanned.contains(service + '\0' + Platform.normal(platform))) {
              reasons.add(
                  new Reason(
                      "the image of " + service + " for " + platform + " was not scanned",
                      "Scan every platform that is built, or build fewer"));
            }
          }
        });
    return reasons;
  }
}
