package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.nio.file.Files;
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
  private final Baseline baseline;
  private final List<String> notes;
  private final List<Reason> broken;

  /** A gate to which every finding is new. */
  public SecurityGate(GatePolicy policy) {
    this(policy, Baseline.EMPTY);
  }

  /**
   * @param baseline what is known already; matters only where new findings alone decide
   */
  public SecurityGate(GatePolicy policy, Baseline baseline) {
    this(policy, baseline, List.of(), List.of());
  }

  private SecurityGate(
      GatePolicy policy, Baseline baseline, List<String> notes, List<Reason> broken) {
    this.policy = policy;
    this.baseline = baseline;
    this.notes = notes;
    this.broken = broken;
  }

  /**
   * A gate with a baseline in a file, where the policy asks for one. Without the file every finding
   * is new; one that cannot be read makes the verdict {@link GateOutcome#BROKEN}.
   */
  public static SecurityGate withBaseline(GatePolicy policy, Path file) {
    if (!policy.newOnly()) {
      return new SecurityGate(policy);
    }
    if (!Files.exists(file)) {
      String note = "there is no baseline " + file + " yet, so that every finding is new";
      return new SecurityGate(policy, Baseline.EMPTY, List.of(note), List.of());
    }
    try {
      return new SecurityGate(policy, Baseline.read(file));
    } catch (BrokenReportException e) {
      Reason reason = new Reason("the baseline " + e.where() + ": " + e.what(), e.whatToDo());
      return new SecurityGate(policy, Baseline.EMPTY, List.of(), List.of(reason));
    }
  }

  /**
   * The gate of a run.
   *
   * @param workspace where a baseline that the repository has lies
   * @param previous the result of the last successful build of the target branch; null when there
   *     is none
   */
  public static SecurityGate of(EffectivePolicy policy, Path workspace, Baseline previous) {
    GatePolicy configured = ConfiguredPolicy.of(policy.security());
    String baseline = policy.security().baseline();
    SecurityGate gate =
        baseline.equals(SecurityConfig.PREVIOUS_BUILD)
            ? withPrevious(configured, previous)
            : withBaseline(configured, workspace.resolve(baseline));
    List<String> notes = new ArrayList<>(policy.notes());
    notes.addAll(gate.notes);
    List<Reason> broken = new ArrayList<>(policy.broken());
    broken.addAll(gate.broken);
    return new SecurityGate(configured, gate.baseline, notes, broken);
  }

  private static SecurityGate withPrevious(GatePolicy policy, Baseline previous) {
    if (!policy.newOnly() || previous != null) {
      return new SecurityGate(policy, previous == null ? Baseline.EMPTY : previous);
    }
    String note = "no build before this has a result to compare with, so that every finding is new";
    return new SecurityGate(policy, Baseline.EMPTY, List.of(note), List.of());
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
    return examine(workspace, expected, built, today).verdict();
  }

  /** As {@link #judge(Path, List, Map, LocalDate)}, with the findings behind the verdict. */
  public GateResult examine(
      Path workspace,
      List<ExpectedScan> expected,
      Map<String, ? extends Set<String>> built,
      LocalDate today) {
    List<Reason> broken = new ArrayList<>(this.broken);
    List<ScanReport> scans = new ArrayList<>();
    FindingLedger ledger = new FindingLedger(policy, baseline, today);
    if (expected.isEmpty()) {
      broken.add(
          new Reason(
              "no scan was planned, so nothing is known",
              "Plan at least one scanner for each service"));
    }
    for (ExpectedScan scan : expected) {
      try {
        scans.add(ScanReports.stream(workspace, scan, ledger));
      } catch (BrokenReportException e) {
        broken.add(new Reason(e.where() + ": " + e.what(), e.whatToDo()));
      }
    }
    broken.addAll(unscannedPlatforms(scans, built));
    return new GateDecision(policy, today, ledger).decide(scans, broken, notes);
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
