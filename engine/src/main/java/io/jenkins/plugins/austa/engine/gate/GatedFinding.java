package io.jenkins.plugins.austa.engine.gate;

/**
 * A finding and how the policy sees it.
 *
 * @param severity the worst that any source gives, also of those that were not kept
 */
public record GatedFinding(MergedFinding finding, Severity severity, FindingState state) {
  /** Those that decide first, then the worst, then by name. */
  static int compareWorstFirst(GatedFinding one, GatedFinding other) {
    int order = Boolean.compare(other.decides(), one.decides());
    if (order == 0) {
      order = other.severity.compareTo(one.severity);
    }
    return order == 0 ? MergedFinding.compareNames(one.finding, other.finding) : order;
  }

  boolean decides() {
    return state == FindingState.DECIDES;
  }
}
