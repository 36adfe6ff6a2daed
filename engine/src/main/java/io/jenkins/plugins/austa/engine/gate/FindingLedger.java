package io.jenkins.plugins.austa.engine.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Books every finding of all reports: joins those that are the same, remembers what the policy
 * needs to know of each, and keeps the worst whole. A million findings take about 50 MB.
 */
final class FindingLedger implements FindingSink {
  /** Kept with all their details; GitHub shows no more than 5,000 of a tool. */
  static final int MOST_KEPT = 5_000;

  private static final int MOST_SCANNERS = 31;
  private static final int MOST_SERVICES = 65_000;

  private final GatePolicy policy;
  private final Baseline baseline;
  private final Suppressions suppressions;
  private final FindingGroups groups = new FindingGroups();
  private final KeptFindings kept = new KeptFindings(MOST_KEPT);
  private final SameFinding same = new SameFinding(groups, kept);
  private final FewNames scanners = new FewNames(MOST_SCANNERS);
  private final FewNames services = new FewNames(MOST_SERVICES);
  private final int today;
  private final int graceBegins;

  /**
   * @param today the day against which suppressions and days of grace are held
   */
  FindingLedger(GatePolicy policy, Baseline baseline, LocalDate today) {
    this.policy = policy;
    this.baseline = policy.newOnly() ? baseline : Baseline.EMPTY;
    suppressions = new Suppressions(policy, today);
    this.today = (int) today.toEpochDay();
    graceBegins = this.today - policy.graceDays();
  }

  @Override
  public void accept(FindingDraft draft) {
    int group = same.group(draft, services.number(draft.service));
    boolean isNew = same.isNew();
    groups.rate(group, draft.severity);
    groups.foundBy(group, scanners.number(draft.scanner));
    if (draft.fixable()) {
      groups.mark(group, FindingGroups.FIXABLE);
    }
    if (policy.graceDays() > 0 && draft.published != FindingDraft.NO_DAY) {
      // What claims to be from the future gets no grace.
      boolean young = draft.published > graceBegins && draft.published <= today + 1;
      groups.mark(group, young ? FindingGroups.YOUNG : FindingGroups.OLD);
    }
    if (suppressions.cover(draft)) {
      groups.mark(group, FindingGroups.SUPPRESSED);
    }
    if (baseline.knows(draft)) {
      groups.mark(group, FindingGroups.KNOWN);
    }
    kept.offer(group, isNew, weight(group), draft);
  }

  int groups() {
    return groups.size();
  }

  /** Whether a number is still that of a group. */
  boolean isGroup(int group) {
    return groups.isRoot(group);
  }

  Severity severity(int group) {
    return groups.severity(group);
  }

  /** How the policy sees a group, apart from budgets. */
  FindingState state(int group) {
    if (groups.is(group, FindingGroups.SUPPRESSED)) {
      return FindingState.SUPPRESSED;
    }
    if (!overThreshold(group)) {
      return FindingState.BELOW;
    }
    if (groups.is(group, FindingGroups.KNOWN)) {
      return FindingState.KNOWN;
    }
    boolean young = groups.is(group, FindingGroups.YOUNG) && !groups.is(group, FindingGroups.OLD);
    return young ? FindingState.YOUNG : FindingState.DECIDES;
  }

  Map<Integer, MergedFinding> kept() {
    return kept.findings();
  }

  List<Suppression> unusedSuppressions() {
    return suppressions.unused();
  }

  /** The strictest threshold of all its sources decides. */
  private boolean overThreshold(int group) {
    Severity severity = groups.severity(group);
    if (policy.rules().isEmpty()) {
      return severity.decidesAt(policy.threshold());
    }
    boolean fixable = groups.is(group, FindingGroups.FIXABLE);
    String service = services.names(groups.service(group)).get(0);
    for (int rest = groups.scanners(group); rest != 0; rest &= rest - 1) {
      for (String scanner : scanners.names(Integer.numberOfTrailingZeros(rest))) {
        if (policy.decides(severity, fixable, scanner, service)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What decides weighs more than what does not, and the worse more than the less bad. */
  private int weight(int group) {
    int severity = groups.severity(group).ordinal();
    return state(group) == FindingState.DECIDES ? Severity.values().length + severity : severity;
  }
}
