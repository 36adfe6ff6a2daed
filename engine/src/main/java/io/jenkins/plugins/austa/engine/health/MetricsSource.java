package io.jenkins.plugins.austa.engine.health;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Answers PromQL queries that yield one number. */
@FunctionalInterface
public interface MetricsSource {

  /**
   * Asks for the current value of {@code promQl}.
   *
   * @return a future that always completes normally and within the source's timeout: whatever goes
   *     wrong is {@link MetricValue.NoData} with the reason, never an exception and never a number
   */
  CompletableFuture<MetricValue> query(String promQl);

  /**
   * Asks for the value that {@code promQl} had at a moment in the past; as {@link #query}
   * otherwise.
   */
  default CompletableFuture<MetricValue> queryAt(String promQl, Instant moment) {
    return CompletableFuture.completedFuture(
        MetricValue.noData("this source of metrics cannot be asked about the past"));
  }

  /**
   * The source for environments without metrics: every query is no data, so the inconclusive policy
   * decides.
   */
  static MetricsSource none() {
    return promQl ->
        CompletableFuture.completedFuture(
            MetricValue.noData(
                "no metrics source is configured; set the environment's Prometheus address"));
  }
}
