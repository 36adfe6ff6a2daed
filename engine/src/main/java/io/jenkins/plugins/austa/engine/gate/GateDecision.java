package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** From findings and policy to a verdict. Pure: the same input always gives the same verdict. */
final class GateDecision {
  private final GatePolicy policy;
  private final LocalDate today;
  private final FindingLedger ledger;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> deciding = new EnumMap<>(Severity.class);
  private final Map<FindingState, Integer> states = new EnumMap<>(FindingState.class);

  /** Severities whose budget has room for all that would decide. */
  private final Set<Severity> withinBudget = EnumSet.noneOf(Severity.class);

  GateDecision(GatePolicy policy, LocalDate today, FindingLedger ledger) {
    this.policy = policy;
    this.today = today;
    this.ledger = ledger;
  }

  /** Decides, and says how it sees each finding that was kept. */
  GateResult decide(List<ScanReport> scans, List<Reason> broken, List<String> notes) {
    for (int group = 0; group < ledger.groups(); group++) {
      if (ledger.isGroup(group)) {
        count(ledger.state(group), ledger.severity(group));
      }
    }
    List<Reason> budgetReasons = spendBudgets();
    List<GatedFinding> findings = findings();
    List<Suppression> unused = ledger.unusedSuppressions();
    List<Reason> reasons = new ArrayList<>(broken);
    reasons.addAll(SuppressionReasons.of(policy, today, unused));
    reasons.addAll(budgetReasons);
    int decidingCount = deciding.values().stream().mapToInt(Integer::intValue).sum();
    List<MergedFinding> decides =
        findings.stream().filter(GatedFinding::decides).map(GatedFinding::finding).toList();
    reasons.addAll(FindingReasons.of(decides, decidingCount));
    GateVerdict verdict =
        new GateVerdict(
            outcome(broken, reasons),
            reasons,
            counts,
            states,
            decidingCount,
            decides,
            policy.suppressions().stream().filter(one -> one.expired(today)).toList(),
            // While a report is missing, nobody can tell whether a suppression is still needed.
            broken.isEmpty() ? unused : List.of(),
            scans,
            Stream.concat(notes.stream(), scans.stream().flatMap(scan -> scan.notes().stream()))
                .toList());
    return new GateResult(verdict, findings);
  }

  private static GateOutcome outcome(List<Reason> broken, List<Reason> reasons) {
    if (!broken.isEmpty()) {
      return GateOutcome.BROKEN;
    }
    return reasons.isEmpty() ? GateOutcome.PASSED : GateOutcome.FAILED;
  }

  private void count(FindingState state, Severity severity) {
    states.merge(state, 1, Integer::sum);
    if (state != FindingState.SUPPRESSED) {
      counts.merge(severity, 1, Integer::sum);
    }
    if (state == FindingState.DECIDES) {
      deciding.merge(severity, 1, Integer::sum);
    }
  }

  /**
   * A budget counts what would decide, and below the threshold everything: nobody sets one there
   * for nothing.
   */
  private List<Reason> spendBudgets() {
    List<Reason> reasons = new ArrayList<>();
    policy
        .budgets()
        .forEach(
            (severity, budget) -> {
              int wouldDecide = deciding.getOrDefault(severity, 0);
              int spent = wouldDecide > 0 ? wouldDecide : below(severity);
              if (spent > budget) {
                reasons.add(overBudget(severity, spent, budget));
              } else if (wouldDecide > 0) {
                withinBudget.add(severity);
                deciding.remove(severity);
                states.merge(FindingState.DECIDES, -wouldDecide, Integer::sum);
                states.merge(FindingState.BUDGETED, wouldDecide, Integer::sum);
              }
            });
    return reasons;
  }

  private int below(Severity severity) {
    return severity.decidesAt(policy.threshold()) ? 0 : counts.getOrDefault(severity, 0);
  }

  private static Reason overBudget(Severity severity, int spent, int budget) {
    String name = severity.name().toLowerCase(Locale.ROOT);
    return new Reason(
        "there are " + spent + " findings of severity " + name + ", and the budget is " + budget,
        "Fix " + (spent - budget) + " of them, or raise security.budgets." + name);
  }

  private List<GatedFinding> findings() {
    List<GatedFinding> findings = new ArrayList<>();
    ledger.kept().forEach((group, finding) -> findings.add(gated(group, finding)));
    findings.sort(GatedFinding::compareWorstFirst);
    return findings;
  }

  private GatedFinding gated(int group, MergedFinding finding) {
    FindingState state = ledger.state(group);
    Severity severity = ledger.severity(group);
    boolean fits = state == FindingState.DECIDES && withinBudget.contains(severity);
    return new GatedFinding(finding, severity, fits ? FindingState.BUDGETED : state);
  }
}
