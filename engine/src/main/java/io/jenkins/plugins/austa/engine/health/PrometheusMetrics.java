package io.jenkins.plugins.austa.engine.health;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Instant queries to Prometheus' HTTP API ({@code POST /api/v1/query}); no thread waits for the
 * answer.
 */
public final class PrometheusMetrics implements MetricsSource {

  private final URI queryAddress;
  private final Duration timeout;
  private final Supplier<Optional<String>> authorization;

  /**
   * @param base address of Prometheus, with or without a path prefix or a trailing slash
   * @param timeout for the whole request, answer included
   * @param authorization value of the Authorization header, asked anew for every query so that no
   *     secret is kept here
   */
  public PrometheusMetrics(URI base, Duration timeout, Supplier<Optional<String>> authorization) {
    this.queryAddress = URI.create(base.toString().replaceAll("/+$", "") + "/api/v1/query");
    this.timeout = timeout;
    this.authorization = authorization;
  }

  public PrometheusMetrics(URI base, Duration timeout) {
    this(base, timeout, Optional::empty);
  }

  @Override
  public CompletableFuture<MetricValue> query(String promQl) {
    return send("query=" + encoded(promQl));
  }

  @Override
  public CompletableFuture<MetricValue> queryAt(String promQl, Instant moment) {
    return send("query=" + encoded(promQl) + "&time=" + encoded(moment.toString()));
  }

  private CompletableFuture<MetricValue> send(String form) {
    try {
      return SharedHttp.send(
              request(form), BodySubscribers.ofString(StandardCharsets.UTF_8), timeout)
          .thenApply(answer -> PrometheusAnswer.read(answer.status(), answer.body()))
          .exceptionally(this::unreachable);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(unreachable(e));
    }
  }

  private HttpRequest request(String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(queryAddress)
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    authorization.get().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private MetricValue unreachable(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    // The exception's own text may quote request headers, so only its kind is told.
    String why =
        cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException
            ? "gave no answer within " + DurationText.of(timeout)
            : "cannot be reached (" + cause.getClass().getSimpleName() + ")";
    return MetricValue.noData("Prometheus at " + queryAddress + " " + why);
  }
}
