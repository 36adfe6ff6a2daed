package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The gate's decision with everything that led to it; bounded in size, and serializable so that it
 * can be made on an agent and sent back.
 *
 * @param outcome only {@link GateOutcome#PASSED} lets the run go on
 * @param reasons why it did not pass; empty exactly when it passed
 * @param counts findings by severity after merging, without suppressed ones; every severity is
 *     there
 * @param suppressed how many findings a valid suppression covers
 * @param decidingCount how many findings decide
 * @param deciding the worst {@value #DECIDING_KEPT} of them, worst first
 * @param expired suppressions whose last day has passed
 * @param unused suppressions that match nothing any more
 * @param scans the reports that were read
 * @param notes what does not decide but should be known
 */
public record GateVerdict(
    GateOutcome outcome,
    List<Reason> reasons,
    Map<Severity, Integer> counts,
    int suppressed,
    int decidingCount,
    List<MergedFinding> deciding,
    List<Suppression> expired,
    List<Suppression> unused,
    List<ScanReport> scans,
    List<String> notes)
    implements Serializable {
  static final int DECIDING_KEPT = 500;

  public GateVerdict {
    reasons = List.copyOf(reasons);
    counts = complete(counts);
    deciding = deciding.stream().sorted(MergedFinding.WORST_FIRST).limit(DECIDING_KEPT).toList();
    expired = List.copyOf(expired);
    unused = List.copyOf(unused);
    scans = List.copyOf(scans);
    notes = List.copyOf(notes);
    if ((outcome == GateOutcome.PASSED) != reasons.isEmpty()) {
      throw new IllegalArgumentException("a gate passes exactly when nothing speaks against it");
    }
  }

  /** Why it did not pass, and what to do about it. */
  public record Reason(String what, String whatToDo) implements Serializable {
    @Override
    public String toString() {
      return what + ". " + whatToDo;
    }
  }

  public boolean passed() {
    return outcome == GateOutcome.PASSED;
  }

  private static Map<Severity, Integer> complete(Map<Severity, Integer> counts) {
    EnumMap<Severity, Integer> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, counts.getOrDefault(severity, 0));
    }
    return Collections.unmodifiableMap(all);
  }
}
