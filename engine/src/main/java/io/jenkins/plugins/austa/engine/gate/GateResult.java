package io.jenkins.plugins.austa.engine.gate;

import java.util.List;

/**
 * A verdict and the findings behind it, for whoever writes files of them.
 *
 * @param verdict bounded and fit to travel
 * @param findings the worst of all, those that decide first; at most {@link
 *     FindingLedger#MOST_KEPT}
 */
public record GateResult(GateVerdict verdict, List<GatedFinding> findings) {
  public GateResult {
    findings = List.copyOf(findings);
  }

  /** How many findings there are, whatever the policy says of them. */
  public int total() {
    return verdict.states().values().stream().mapToInt(Integer::intValue).sum();
  }
}
