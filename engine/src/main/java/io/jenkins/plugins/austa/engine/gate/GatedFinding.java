package io.jenkins.plugins.austa.engine.gate;

import java.util.Comparator;

/**
 * A finding and how the policy sees it.
 *
 * @param severity the worst that any source gives, also of those that were not kept
 */
public record GatedFinding(MergedFinding finding, Severity severity, FindingState state) {
  /** Those that decide first, then the worst. */
  static final Comparator<GatedFinding> WORST_FIRST =
      Comparator.comparing((GatedFinding one) -> one.state() != FindingState.DECIDES)
          .thenComparing(Comparator.comparing(GatedFinding::severity).reversed())
          .thenComparing(GatedFinding::finding, MergedFinding.BY_NAME);
}
