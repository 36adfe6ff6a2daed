package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import io.jenkins.plugins.austa.engine.config.SecurityConfig.Budgets;
import io.jenkins.plugins.austa.engine.config.SecurityConfig.Least;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Makes the gate's policy of what {@code austa.yaml} says. */
public final class ConfiguredPolicy {
  private ConfiguredPolicy() {}

  /**
   * The policy.
   *
   * @param security as read and checked, so that every day in it is one
   */
  public static GatePolicy of(SecurityConfig security) {
    return new GatePolicy(
        Severity.valueOf(security.threshold().name()),
        security.thresholds().stream().map(ConfiguredPolicy::rule).toList(),
        budgets(security.budgets()),
        security.graceDays(),
        security.newOnly(),
        security.suppressions().stream().map(ConfiguredPolicy::suppression).toList(),
        security.longestSuppressionDays());
  }

  private static ThresholdRule rule(SecurityConfig.Threshold one) {
    Severity least = one.least() == Least.NONE ? null : Severity.valueOf(one.least().name());
    return new ThresholdRule(one.scanner(), one.service(), one.fixable(), least);
  }

  private static Map<Severity, Integer> budgets(Budgets given) {
    Map<Severity, Integer> budgets = new EnumMap<>(Severity.class);
    put(budgets, Severity.CRITICAL, given.critical());
    put(budgets, Severity.HIGH, given.high());
    put(budgets, Severity.MEDIUM, given.medium());
    put(budgets, Severity.LOW, given.low());
    put(budgets, Severity.UNKNOWN, given.unknown());
    return budgets;
  }

  private static void put(Map<Severity, Integer> budgets, Severity severity, Integer budget) {
    if (budget != null) {
      budgets.put(severity, budget);
    }
  }

  private static Suppression suppression(SecurityConfig.Suppression one) {
    return new Suppression(
        one.id(), one.purl(), one.reason(), one.owner(), LocalDate.parse(one.until()));
  }
}
