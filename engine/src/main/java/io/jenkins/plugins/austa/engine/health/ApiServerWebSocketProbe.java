package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * {@link HttpProbe} that opens a WebSocket at a path on the API server and closes it again; the
 * answer has the status of the handshake and no body. No thread waits for it.
 */
public final class ApiServerWebSocketProbe implements HttpProbe {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int GOING_AWAY = 1001;

  private final KubernetesClient client;
  private final Duration timeout;

  /**
   * @param timeout for the whole handshake
   */
  public ApiServerWebSocketProbe(KubernetesClient client, Duration timeout) {
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
              .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
              .build();
      String base = client.getMasterUrl().toString().replaceAll("/+$", "");
      return once.newWebSocketBuilder()
          // OkHttp takes no ws or wss; fabric8's other clients make that of it themselves.
          .uri(URI.create(base + address))
          .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .buildAsync(new WebSocket.Listener() {})
          .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .thenApply(ApiServerWebSocketProbe::opened)
          .exceptionally(ApiServerWebSocketProbe::refused);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(refused(e));
    }
  }

  private static ProbeAnswer opened(WebSocket socket) {
    socket.sendClose(GOING_AWAY, "handshake seen");
    return ProbeAnswer.of(SWITCHING_PROTOCOLS, Optional.empty());
  }

  private static ProbeAnswer refused(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof WebSocketHandshakeException refusal && refusal.getResponse() != null
        ? ProbeAnswer.of(refusal.getResponse().code(), Optional.empty())
        : ProbeAnswer.none(
            "the API server's proxy opened no WebSocket ("
                + cause.getClass().getSimpleName()
                + ")");
  }
}
