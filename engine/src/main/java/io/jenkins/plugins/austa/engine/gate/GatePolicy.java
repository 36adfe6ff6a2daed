package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the gate lets through.
 *
 * @param threshold the least severity that fails the gate, where no rule says otherwise
 * @param rules other thresholds; the first that fits a finding holds, and of a finding with several
 *     sources the strictest of theirs
 * @param budgets how many findings of a severity may remain; a severity without one has none to
 *     spare above the threshold, and as many as it likes below
 * @param graceDays days after its publication before a vulnerability decides
 * @param newOnly whether findings that the baseline knows do not decide
 * @param suppressions findings that somebody answers for; one list for all scanners
 * @param longestSuppressionDays how far ahead a suppression's last day may be
 */
public record GatePolicy(
    Severity threshold,
    List<ThresholdRule> rules,
    Map<Severity, Integer> budgets,
    int graceDays,
    boolean newOnly,
    List<Suppression> suppressions,
    int longestSuppressionDays)
    implements Serializable {
  /** How far ahead a suppression's last day may be, unless the policy says otherwise. */
  public static final int DEFAULT_LONGEST_DAYS = 180;

  public GatePolicy {
    Objects.requireNonNull(threshold, "threshold");
    if (threshold == Severity.UNKNOWN) {
      throw new IllegalArgumentException(
          "the gate's threshold must be one of info, low, medium, high, critical");
    }
    rules = List.copyOf(rules);
    EnumMap<Severity, Integer> copy = new EnumMap<>(Severity.class);
    copy.putAll(budgets);
    budgets = Collections.unmodifiableMap(copy);
    suppressions = List.copyOf(suppressions);
  }

  /** Fails from {@link Severity#HIGH}, suppresses nothing. */
  public static GatePolicy defaults() {
    return new GatePolicy(
        Severity.HIGH, List.of(), Map.of(), 0, false, List.of(), DEFAULT_LONGEST_DAYS);
  }

  /** The same with another threshold. */
  public GatePolicy withThreshold(Severity least) {
    return new GatePolicy(
        least, rules, budgets, graceDays, newOnly, suppressions, longestSuppressionDays);
  }

  /** The same with other suppressions. */
  public GatePolicy withSuppressions(List<Suppression> list) {
    return new GatePolicy(
        threshold, rules, budgets, graceDays, newOnly, list, longestSuppressionDays);
  }

  /** The same, except that only new findings decide. */
  public GatePolicy withNewOnly() {
    return new GatePolicy(
        threshold, rules, budgets, graceDays, true, suppressions, longestSuppressionDays);
  }

  /** Whether a finding of one scanner decides, as far as its severity goes. */
  boolean decides(Severity severity, boolean fixable, String scanner, String service) {
    for (ThresholdRule rule : rules) {
      if (rule.fits(scanner, service, fixable)) {
        return rule.threshold() != null && severity.decidesAt(rule.threshold());
      }
    }
    return severity.decidesAt(threshold);
  }
}
