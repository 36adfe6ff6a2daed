package io.jenkins.plugins.austa.engine.health;

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
