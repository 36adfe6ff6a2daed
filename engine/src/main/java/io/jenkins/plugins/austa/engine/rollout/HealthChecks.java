package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.ExpectedAnswer;
import io.jenkins.plugins.austa.engine.health.LatencyLimit;
import io.jenkins.plugins.austa.engine.health.QueryTemplate;
import java.util.List;

/**
 * What is looked at beside pods, health paths, convergence and error rate.
 *
 * @param http before any user sees the candidate
 * @param webSockets before any user sees the candidate
 * @param metrics once users are on it
 */
public record HealthChecks(List<Http> http, List<WebSocket> webSockets, List<Metric> metrics) {

  public HealthChecks {
    http = List.copyOf(http);
    webSockets = List.copyOf(webSockets);
    metrics = List.copyOf(metrics);
  }

  /** Nothing more. */
  public static HealthChecks none() {
    return new HealthChecks(List.of(), List.of(), List.of());
  }

  /**
   * An answer that is expected.
   *
   * @param service the service's name
   * @param latency how fast it has to come; null when that is not measured
   */
  public record Http(String service, ExpectedAnswer expected, LatencyLimit latency) {}

  /**
   * A WebSocket that has to open.
   *
   * @param service the service's name
   * @param path absolute path of the handshake
   */
  public record WebSocket(String service, String path) {}

  /**
   * A number that must not be exceeded.
   *
   * @param name of the signal
   * @param limit highest acceptable number; null when only the comparison counts
   * @param overBaseline highest acceptable multiple of what the revision before had; null when only
   *     the limit counts
   */
  public record Metric(String name, QueryTemplate query, Double limit, Double overBaseline) {}
}
