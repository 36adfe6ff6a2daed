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
 * @param states how many findings the policy sees in which way; every state is there
 * @param decidingCount how many findings decide
 * @param deciding the worst of them, worst first, of which {@value #DECIDING_KEPT} are kept
 * @param expired suppressions whose last day has passed
 * @param unused suppressions that match nothing any more
 * @param scans the reports that were read
 * @param notes what does not decide but should be known
 */
public record GateVerdict(
    GateOutcome outcome,
    List<Reason> reasons,
    Map<Severity, Integer> counts,
    Map<FindingState, Integer> states,
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
    counts = complete(Severity.class, counts);
    states = complete(FindingState.class, states);
    deciding = deciding.stream().limit(DECIDING_KEPT).toList();
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

  /** How many findings a suppression that holds covers. */
  public int suppressed() {
    return states.get(FindingState.SUPPRESSED);
  }

  private static <E extends Enum<E>> Map<E, Integer> complete(
      Class<E> keys, Map<E, Integer> counts) {
    EnumMap<E, Integer> all = new EnumMap<>(keys);
    for (E key : keys.getEnumConstants()) {
      all.put(key, counts.getOrDefault(key, 0));
    }
    return Collections.unmodifiableMap(all);
  }
}
