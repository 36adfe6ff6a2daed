package io.jenkins.plugins.austa.engine.access;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Finds out whether Prometheus answers queries. */
public final class MetricsAccess {
  private static final String QUERY = "vector(1)";

  private MetricsAccess() {}

  /**
   * Asks a query that every Prometheus can answer.
   *
   * @param address base address of Prometheus
   * @param timeout how long to wait
   */
  public static AccessFinding test(URI address, Duration timeout) {
    try {
      MetricValue value = new PrometheusMetrics(address, timeout).query(QUERY).join();
      return value instanceof MetricValue.NoData none
          ? AccessFinding.missing(none.reason() + ". Check the address under Prometheus.")
          : AccessFinding.fine("Prometheus answers.");
    } catch (CompletionException e) {
      return AccessFinding.missing(ConnectionFailure.of(e, address.toString()));
    }
  }
}
