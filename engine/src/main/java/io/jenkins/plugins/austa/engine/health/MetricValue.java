package io.jenkins.plugins.austa.engine.health;

/**
 * What a metrics source knows about one query: a finite number, or nothing.
 *
 * <p>There is no third case. Whoever reads a {@code MetricValue} has to say what happens without
 * data; absence never looks like zero.
 */
public sealed interface MetricValue {

  /** A finite number. */
  record Value(double value) implements MetricValue {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A metric value must be finite, not " + value);
      }
    }
  }

  /**
   * No usable answer; {@code reason} says what was asked, what came back and, where known, what to
   * do.
   */
  record NoData(String reason) implements MetricValue {}

  static MetricValue value(double value) {
    return new Value(value);
  }

  static MetricValue noData(String reason) {
    return new NoData(reason);
  }
}
