package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The API server of the fabric8 mock in CRUD mode, with faults and a note of every write. */
final class MockApiServer extends Dispatcher implements AutoCloseable {

  /** Answers a request instead of the API server, or lets it through. */
  interface Fault {
    Optional<MockResponse> answer(String method, String path);
  }

  private final KubernetesCrudDispatcher crud = new KubernetesCrudDispatcher();
  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(Serialization.jsonMapper()),
          new MockWebServer(),
          new HashMap<>(),
          this,
          false);
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final KubernetesClient client;
  private volatile Fault fault = (method, path) -> Optional.empty();

  MockApiServer() {
    server.init();
    client =
        server.createClient(
            builder ->
                builder
                    .editOrNewConfig()
                    .withRequestRetryBackoffLimit(0)
                    .withRequestTimeout(5_000)
                    .endConfig());
  }

  KubernetesClient client() {
    return client;
  }

  void fault(Fault next) {
    fault = next;
  }

  void noFault() {
    fault = (method, path) -> Optional.empty();
  }

  /** Method and path of every write so far that contains {@code part}. */
  List<String> writes(String part) {
    return writes.stream().filter(write -> write.contains(part)).toList();
  }

  static Optional<MockResponse> status(int code) {
    return Optional.of(new MockResponse().setResponseCode(code).setBody("{\"kind\":\"Status\"}"));
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String method = request.getMethod();
    Optional<MockResponse> instead = fault.answer(method, request.getPath());
    if (instead.isPresent()) {
      return instead.get();
    }
    if (!"GET".equals(method)) {
      writes.add(method + " " + request.getPath());
    }
    return crud.dispatch(request);
  }

  @Override
  public void close() {
    client.close();
    server.destroy();
  }
}
