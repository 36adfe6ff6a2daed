package io.jenkins.plugins.austa.sandbox.metrics;

import io.jenkins.plugins.austa.sandbox.metrics.SampleStore.Sample;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The increase of a counter over a range, extrapolated to its ends as Prometheus does: not further
 * than half an interval where the series begins or ends within the range, and never below zero.
 */
final class CounterRange {
  private static final double NEAR = 1.1;

  private CounterRange() {}

  /** The increase; empty with fewer than two samples. */
  static OptionalDouble increase(List<Sample> samples, long fromMillis, long toMillis) {
    if (samples.size() < 2) {
      return OptionalDouble.empty();
    }
    Sample first = samples.get(0);
    Sample last = samples.get(samples.size() - 1);
    double increase = last.value() - first.value() + lostAtResets(samples);
    double sampled = last.millis() - first.millis();
    if (sampled <= 0) {
      return OptionalDouble.empty();
    }
    double interval = sampled / (samples.size() - 1);
    double before = reach(first.millis() - fromMillis, interval);
    if (increase > 0 && first.value() >= 0) {
      before = Math.min(before, sampled * first.value() / increase);
    }
    double after = reach(toMillis - last.millis(), interval);
    return OptionalDouble.of(increase * (sampled + before + after) / sampled);
  }

  private static double reach(double gap, double interval) {
    return gap < interval * NEAR ? gap : interval / 2;
  }

  private static double lostAtResets(List<Sample> samples) {
    double lost = 0;
    for (int i = 1; i < samples.size(); i++) {
      double previous = samples.get(i - 1).value();
      if (samples.get(i).value() < previous) {
        lost += previous;
      }
    }
    return lost;
  }
}
