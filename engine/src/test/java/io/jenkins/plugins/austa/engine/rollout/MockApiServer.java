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
import java.util.function.BiPredicate;

/** The API server of the fabric8 mock in CRUD mode, with faults and a note of every write. */
public final class MockApiServer extends Dispatcher implements AutoCloseable {

  /** Answers a request instead of the API server, or lets it through. */
  public interface Fault {
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
  private volatile BiPredicate<String, String> lost = (method, path) -> false;

  public MockApiServer() {
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

  public KubernetesClient client() {
    return client;
  }

  public void fault(Fault next) {
    fault = next;
  }

  public void noFault() {
    fault = (method, path) -> Optional.empty();
    lost = (method, path) -> false;
  }

  /** Carries such requests out and then answers 500, until {@link #noFault}. */
  public void loseAnswers(BiPredicate<String, String> requests) {
    lost = requests;
  }

  /** Method and path of every write so far that contains {@code part}. */
  public List<String> writes(String part) {
    return writes.stream().filter(write -> write.contains(part)).toList();
  }

  public static Optional<MockResponse> status(int code) {
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
    MockResponse answer = crud.dispatch(request);
    return lost.test(method, request.getPath()) ? status(500).orElseThrow() : answer;
  }

  @Override
  public void close() {
    client.close();
    server.destroy();
  }
}
