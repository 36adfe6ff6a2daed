package io.jenkins.plugins.austa.engine.rollout.history;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * The HTTP client under a real {@link KubernetesClient}, which brings requests to a server in
 * memory and their answers back, on the caller's own thread. Does not send anything again by
 * itself.
 */
final class Wire implements HttpClient {

  /** The other end. */
  interface Server {
    /**
     * @throws IOException when there is no answer
     */
    ApiAnswer answer(ApiRequest request) throws IOException;
  }

  private final UnaryOperator<ApiRequest> tampering;
  private final KubernetesClient client;
  private Server server;

  /**
   * @param tampering what becomes of each request on its way
   */
  Wire(UnaryOperator<ApiRequest> tampering) {
    this.tampering = tampering;
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl("http://memory/").build();
    this.client =
        new KubernetesClientBuilder().withConfig(config).withHttpClientFactory(factory()).build();
  }

  KubernetesClient client() {
    return client;
  }

  void connect(Server next) {
    server = next;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, Class<T> type) {
    try {
      String body = request.method().equals("GET") ? "" : request.bodyString();
      ApiAnswer answer =
          server.answer(
              tampering.apply(
                  new ApiRequest(request.method(), ApiPath.of(request.uri().getRawPath()), body)));
      T read =
          type == byte[].class
              ? type.cast(answer.body())
              : type.cast(new String(answer.body(), StandardCharsets.UTF_8));
      return CompletableFuture.completedFuture(new Response<>(request, answer.code(), read));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<HttpResponse<AsyncBody>> consumeBytes(
      HttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    throw new UnsupportedOperationException("nothing is streamed here");
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    throw new UnsupportedOperationException("nothing is watched here");
  }

  @Override
  public HttpRequest.Builder newHttpRequestBuilder() {
    return new StandardHttpRequest.Builder();
  }

  @Override
  public DerivedClientBuilder newBuilder() {
    return builder();
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public void close() {
    // There is nothing to let go of.
  }

  private HttpClient.Factory factory() {
    return this::builder;
  }

  /** Whatever it is told, it builds this one. */
  private HttpClient.Builder builder() {
    return (HttpClient.Builder)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {HttpClient.Builder.class},
            (self, method, arguments) -> method.getName().equals("build") ? this : self);
  }

  private record Response<T>(HttpRequest request, int code, T body) implements HttpResponse<T> {
    @Override
    public Optional<HttpResponse<?>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public List<String> headers(String key) {
      return List.of();
    }

    @Override
    public Map<String, List<String>> headers() {
      return Map.of();
    }
  }
}
