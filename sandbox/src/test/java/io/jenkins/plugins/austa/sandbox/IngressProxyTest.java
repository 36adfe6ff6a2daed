package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.Workload;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadRequest;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.Rule;
import org.junit.Test;

public class IngressProxyTest {
  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(
          SandboxCluster.builder()
              .workload(pod -> "echo".equals(pod.env().get("AUSTA_SERVICE")), (p, c) -> echo(p)));

  private static Workload echo(PodIdentity pod) {
    return request ->
        CompletableFuture.completedFuture(
            new WorkloadResponse(200, Map.of("X-Seen", seen(request)), request.body()));
  }

  private static String seen(WorkloadRequest request) {
    return request.method()
        + " "
        + request.headers().get("x-forwarded-proto")
        + " "
        + request.headers().get("x-sandbox-entry")
        + " "
        + request.headers().get("host");
  }

  @Test
  public void bodiesArriveWholeBothWays() throws Exception {
    serve("echo", "/", "Prefix", null);
    byte[] body = new byte[3_000_000];
    new Random(7).nextBytes(body);
    HttpRequest post =
        HttpRequest.newBuilder(sandbox.cluster().publicEntry().resolve("/upload"))
            .header("X-Sandbox-Entry", "forged")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(post, HttpResponse.BodyHandlers.ofByteArray());
    assertArrayEquals(body, answer.body());
    assertEquals(
        "POST http public " + sandbox.cluster().publicEntry().getAuthority(),
        answer.headers().firstValue("X-Seen").get());
  }

  @Test
  public void exactPathsAndHostsNarrowARoute() throws Exception {
    serve("backend", "/exact", "Exact", null);
    assertEquals(404, sandbox.get("/exact/more").statusCode());
    assertEquals(404, sandbox.get("/").statusCode());

    sandbox
        .client()
        .resource(ingress("hosted", "backend", "/", "Prefix", "cockpit.example"))
        .create();
    eventually(
        "the host is served",
        () -> raw("GET / HTTP/1.1\r\nHost: cockpit.example\r\n").contains("200 OK"));
    assertTrue(raw("GET / HTTP/1.1\r\nHost: other.example\r\n").contains("404"));
  }

  @Test
  public void podsTakeTurns() throws Exception {
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(ingress("entry", "backend", "/", "Prefix", null)).create();
    eventually("it serves", () -> sandbox.get("/").statusCode() == 200);
    Set<String> answers = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      answers.add(sandbox.get("/").body());
    }
    assertEquals(3, answers.size());
  }

  @Test
  public void anotherPodIsTriedWhenOneRefuses() throws Exception {
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(ingress("entry", "backend", "/", "Prefix", null)).create();
    eventually("it serves", () -> sandbox.get("/").statusCode() == 200);
    var pods = sandbox.client().pods().inNamespace(NAMESPACE);
    for (var pod : pods.list().getItems().subList(0, 2)) {
      // Without grace the server is gone at once, while the entry still believes in it.
      pods.withName(pod.getMetadata().getName()).withGracePeriod(0).delete();
      for (int i = 0; i < 12; i++) {
        assertEquals(200, sandbox.get("/").statusCode());
      }
    }
  }

  @Test
  public void clientConnectionsAreKeptAlive() throws Exception {
    serve("backend", "/", "Prefix", null);
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        send(socket, "GET / HTTP/1.1\r\nHost: any\r\n\r\n");
        assertTrue(readHead(socket).startsWith("HTTP/1.1 200"));
      }
    }
  }

  private void serve(String service, String path, String type, String host) throws Exception {
    sandbox.deploy(service, "blue", 1);
    sandbox.client().resource(ingress("entry", service, path, type, host)).create();
    eventually("it serves", () -> sandbox.get(path).statusCode() == 200);
  }

  private static Ingress ingress(
      String name, String service, String path, String type, String host) {
    return new IngressBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .addNewRule()
        .withHost(host)
        .withNewHttp()
        .addNewPath()
        .withPath(path)
        .withPathType(type)
        .withNewBackend()
        .withNewService()
        .withName(Platform.name(service, "blue"))
        .withNewPort("http", null)
        .endService()
        .endBackend()
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  private String raw(String head) throws Exception {
    try (Socket socket = connect()) {
      send(socket, head + "Connection: close\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket connect() throws Exception {
    Socket socket = new Socket("127.0.0.1", sandbox.cluster().publicEntry().getPort());
    socket.setSoTimeout(5000);
    return socket;
  }

  private static void send(Socket socket, String text) throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Reads one whole answer and returns its head. */
  private static String readHead(Socket socket) throws Exception {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
    assertEquals(Integer.parseInt(length), in.readNBytes(Integer.parseInt(length)).length);
    return head.toString();
  }
}
