package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What the gate lets through.
 *
 * @param threshold the least severity that fails the gate
 * @param suppressions findings that somebody answers for; one list for all scanners
 * @param longestSuppressionDays how far ahead a suppression's last day may be
 */
public record GatePolicy(
    Severity threshold, List<Suppression> suppressions, int longestSuppressionDays)
    implements Serializable {
  private static final int DEFAULT_LONGEST_DAYS = 180;

  public GatePolicy {
    Objects.requireNonNull(threshold, "threshold");
    if (threshold == Severity.UNKNOWN) {
      throw new IllegalArgumentException(
          "the gate's threshold must be one of info, low, medium, high, critical");
    }
    suppressions = List.copyOf(suppressions);
  }

  /** Fails from {@link Severity#HIGH}, suppresses nothing. */
  public static GatePolicy defaults() {
    return new GatePolicy(Severity.HIGH, List.of(), DEFAULT_LONGEST_DAYS);
  }

  public GatePolicy withThreshold(Severity least) {
    return new GatePolicy(least, suppressions, longestSuppressionDays);
  }

  public GatePolicy withSuppressions(List<Suppression> list) {
    return new GatePolicy(threshold, list, longestSuppressionDays);
  }
}
