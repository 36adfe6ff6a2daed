package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;

/**
 * How fast answers have to be.
 *
 * @param limit the longest acceptable time
 * @param percentile the share of requests that has to keep it, 1 to 99
 * @param samples how many requests are made
 */
public record LatencyLimit(Duration limit, int percentile, int samples) {

  public LatencyLimit {
    if (limit.isZero() || limit.isNegative() || percentile < 1 || percentile > 99 || samples < 1) {
      throw new IllegalArgumentException(
          "A latency limit needs a time, a percentile from 1 to 99 and at least one sample");
    }
  }
}
