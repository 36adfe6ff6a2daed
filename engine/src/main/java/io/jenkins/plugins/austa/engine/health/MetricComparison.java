package io.jenkins.plugins.austa.engine.health;

import java.time.Instant;

/**
 * What is asked, and what the answer must not exceed.
 *
 * @param promQl for the candidate
 * @param limit highest acceptable number; null when only the comparison counts
 * @param overBaseline highest acceptable multiple of the revision before; null when only the limit
 *     counts
 * @param baselinePromQl the same for the revision before
 * @param baselineAt the moment of the switch; null when it is not known
 */
public record MetricComparison(
    String promQl, Double limit, Double overBaseline, String baselinePromQl, Instant baselineAt) {

  public MetricComparison {
    if (limit == null && overBaseline == null) {
      throw new IllegalArgumentException("Without limit and overBaseline nothing is compared");
    }
  }
}
