package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From findings and policy to a verdict. Pure: the same input always gives the same verdict. */
final class GateDecision {
  private final GatePolicy policy;
  private final LocalDate today;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final List<MergedFinding> deciding = new ArrayList<>();
  private int suppressed;

  GateDecision(GatePolicy policy, LocalDate today) {
    this.policy = policy;
    this.today = today;
  }

  GateVerdict decide(List<MergedFinding> findings, List<ScanReport> scans, List<Reason> broken) {
    findings.forEach(this::weigh);
    List<Suppression> expired =
        policy.suppressions().stream().filter(one -> one.expired(today)).toList();
    List<Suppression> unused =
        policy.suppressions().stream()
            .filter(one -> findings.stream().noneMatch(finding -> finding.isCalled(one.id())))
            .toList();
    List<Reason> reasons = new ArrayList<>(broken);
    reasons.addAll(suppressionReasons(unused));
    reasons.addAll(findingReasons());
    return new GateVerdict(
        outcome(broken, reasons),
        reasons,
        counts,
        suppressed,
        deciding.size(),
        deciding,
        expired,
        // While a report is missing, nobody can tell whether a suppression is still needed.
        broken.isEmpty() ? unused : List.of(),
        scans,
        scans.stream().flatMap(scan -> scan.notes().stream()).toList());
  }

  private static GateOutcome outcome(List<Reason> broken, List<Reason> reasons) {
    if (!broken.isEmpty()) {
      return GateOutcome.BROKEN;
    }
    return reasons.isEmpty() ? GateOutcome.PASSED : GateOutcome.FAILED;
  }

  private void weigh(MergedFinding finding) {
    boolean covered =
        policy.suppressions().stream().anyMatch(one -> holds(one) && finding.isCalled(one.id()));
    if (covered) {
      suppressed++;
      return;
    }
    counts.merge(finding.severity(), 1, Integer::sum);
    if (finding.severity().decidesAt(policy.threshold())) {
      deciding.add(finding);
    }
  }

  private boolean holds(Suppression suppression) {
    return !suppression.expired(today) && !tooLong(suppression);
  }

  private boolean tooLong(Suppression suppression) {
    return suppression.until().isAfter(today.plusDays(policy.longestSuppressionDays()));
  }

  private List<Reason> suppressionReasons(List<Suppression> unused) {
    List<Reason> reasons = new ArrayList<>();
    for (Suppression one : policy.suppressions()) {
      String name = "the suppression of " + one.id() + " by " + one.owner();
      if (one.expired(today)) {
        reasons.add(
            new Reason(
                name + " expired on " + one.until(),
                unused.contains(one)
                    ? "Nothing matches it any more: delete it"
                    : "Fix the finding, or let " + one.owner() + " renew it with a new day"));
      } else if (tooLong(one)) {
        reasons.add(
            new Reason(
                name + " holds until " + one.until() + ", which is too far ahead",
                "Choose a day at most " + policy.longestSuppressionDays() + " days from now"));
      }
    }
    return reasons;
  }

  private List<Reason> findingReasons() {
    List<Reason> reasons = new ArrayList<>();
    deciding.sort(MergedFinding.WORST_FIRST);
    for (MergedFinding finding : deciding.subList(0, Math.min(20, deciding.size()))) {
      reasons.add(new Reason(describe(finding), whatToDo(finding)));
    }
    if (deciding.size() > reasons.size()) {
      reasons.add(
          new Reason(
              (deciding.size() - reasons.size()) + " more findings decide",
              "See the table for them"));
    }
    return reasons;
  }

  private static String describe(MergedFinding finding) {
    String where = finding.platforms().isEmpty() ? "" : " " + finding.platforms();
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.id()
        + " in "
        + finding.component()
        + " of "
        + finding.service()
        + where
        + " by "
        + String.join(", ", finding.scanners());
  }

  private static String whatToDo(MergedFinding finding) {
    String suppress = "suppress it with a reason, an owner and a day";
    String fix =
        finding.fixedVersion() == null
            ? "fix it"
            : "fix it (" + ReportTokens.bounded(finding.fixedVersion()) + ")";
    return finding.severity() == Severity.UNKNOWN
        ? "Nobody has rated it yet: assess it, then " + fix + " or " + suppress
        : "Please " + fix + ", or " + suppress;
  }
}
