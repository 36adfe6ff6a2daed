package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * {@link HttpProbe} for paths on the API server, with the client's own credentials; no thread waits
 * for the answer.
 *
 * <p>An answer of 401 or 403 that comes from the API server itself is no answer of the service.
 */
public final class ApiServerProbe implements HttpProbe {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;
  private final Duration timeout;

  public ApiServerProbe(KubernetesClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /**
   * @param address absolute path on the API server, without host
   */
  @Override
  public CompletableFuture<ProbeAnswer> get(URI address) {
    try {
      HttpClient once =
          client
              .getHttpClient()
              .newBuilder()
              // The client's own retries would hide an answer of 500 behind half a minute of
              // waiting.
              .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
              .build();
      String base = client.getMasterUrl().toString().replaceAll("/+$", "");
      HttpRequest request =
          once.newHttpRequestBuilder()
              .uri(URI.create(base + address))
              .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
              .build();
      long sent = System.nanoTime();
      return once.sendAsync(request, String.class)
          .thenApply(response -> answer(response, Duration.ofNanos(System.nanoTime() - sent)))
          .exceptionally(ApiServerProbe::noAnswer);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(noAnswer(e));
    }
  }

  private static ProbeAnswer answer(HttpResponse<String> response, Duration took) {
    boolean denied = response.code() == UNAUTHORIZED || response.code() == FORBIDDEN;
    String body = response.body() == null ? "" : response.body();
    if (denied && body.replace(" ", "").contains("\"kind\":\"Status\"")) {
      return ProbeAnswer.none(
          "the API server answered HTTP "
              + response.code()
              + "; grant get on services/proxy to this account");
    }
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(
            (name, values) -> values.stream().findFirst().ifPresent(v -> headers.put(name, v)));
    return new ProbeAnswer(response.code(), headers, body, took, Optional.empty());
  }

  private static ProbeAnswer noAnswer(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return ProbeAnswer.none(
        "the API server's proxy gave no answer (" + cause.getClass().getSimpleName() + ")");
  }
}
