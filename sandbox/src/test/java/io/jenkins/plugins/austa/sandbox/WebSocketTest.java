package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.Rule;
import org.junit.Test;

public class WebSocketTest {
  private static final Map<String, String> BLUE = Map.of("austa.io/colour", "blue");

  @Rule public final ClusterRule sandbox = new ClusterRule();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  public void theHandshakeAndAGreetingSayWhoAnswersAndMessagesComeBack() throws Exception {
    serve("blue");
    String head =
        PublicSocket.head(
            sandbox.cluster(),
            "GET /api/live HTTP/1.1\r\nHost: any\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    assertTrue(head, head.startsWith("HTTP/1.1 101"));
    assertTrue(head, head.toLowerCase().contains("x-austa-colour: blue"));
    assertTrue(head, head.toLowerCase().contains("x-austa-revision: 7"));
    assertTrue(head, head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));

    WebSocketProbe probe = open();
    String greeting = probe.next();
    assertTrue(greeting, greeting.startsWith("{\"service\":\"backend\",\"colour\":\"blue\""));
    assertEquals("hello", probe.echo("hello"));
    String large = "x".repeat(60_000);
    assertEquals(large, probe.echo(large));
  }

  @Test
  public void aRouteThatChangesDoesNotTouchWhatIsOpen() throws Exception {
    serve("blue");
    WebSocketProbe probe = open();
    assertTrue(probe.next().contains("blue"));
    sandbox.deploy("backend", "green", 1);
    sandbox
        .client()
        .resource(Platform.ingress("green"))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(Platform.ingress("green")));
    eventually("new ones come to green", () -> open().next().contains("green"));
    assertEquals("still there", probe.echo("still there"));
    assertTrue(probe.isOpen());
  }

  @Test
  public void aPodClosesWithGoingAwayWhenItIsDeletedAndNotBefore() throws Exception {
    serve("blue");
    WebSocketProbe probe = open();
    probe.next();
    try (var fault = faults().neverReady(BLUE)) {
      eventually("nobody serves", () -> sandbox.get("/api").statusCode() == 503);
      assertEquals("still there", probe.echo("still there"));
    }
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    sandbox.scale("backend", "blue", 0);
    assertEquals(1001, probe.closeStatus());
    eventually("no pod is left", () -> sandbox.client().pods().list().getItems().isEmpty());
  }

  @Test
  public void aPodWithoutGraceBreaksOff() throws Exception {
    serve("blue");
    WebSocketProbe probe = open();
    probe.next();
    sandbox.client().resource(pod()).withGracePeriod(0).delete();
    assertEquals(1006, probe.closeStatus());
  }

  @Test
  public void aPodAnswersWithinItsGracePeriodAndNoLonger() throws Exception {
    serve("blue");
    sandbox.client().resource(withGrace(1)).patch();
    eventually(
        "the new one is left",
        () -> {
          var pods = sandbox.client().pods().inNamespace(NAMESPACE).list().getItems();
          Long grace = pods.get(0).getSpec().getTerminationGracePeriodSeconds();
          return pods.size() == 1 && Long.valueOf(1).equals(grace);
        });
    sandbox.awaitAvailable("backend", "blue", 1);
    Pod pod = pod();

    try (var fault = faults().slow(BLUE, Duration.ofMillis(700))) {
      var answer = CompletableFuture.supplyAsync(this::status);
      sandbox.client().resource(pod).delete();
      assertEquals(200, answer.join().intValue());
    }
    eventually("the next serves", () -> sandbox.get("/api").statusCode() == 200);
    Pod next = pod();
    try (var fault = faults().slow(BLUE, Duration.ofSeconds(8))) {
      var answer = CompletableFuture.supplyAsync(this::status);
      long deleted = System.nanoTime();
      sandbox.client().resource(next).delete();
      eventually("it is gone", () -> sandbox.client().resource(next).get() == null);
      assertTrue(System.nanoTime() - deleted >= Duration.ofSeconds(1).toNanos());
      assertTrue(answer.join() >= 500);
    }
  }

  @Test
  public void handshakesCanBeRefused() throws Exception {
    serve("blue");
    try (var fault = faults().noWebSockets(BLUE)) {
      assertEquals(404, refusal());
      assertEquals(200, sandbox.get("/api").statusCode());
    }
    try (var fault = faults().errorsOnPublicTraffic(BLUE, 1)) {
      assertEquals(500, refusal());
    }
    sandbox.scale("backend", "blue", 0);
    sandbox.awaitAvailable("backend", "blue", 0);
    eventually("nobody is there", () -> refusal() == 503);
    sandbox.client().resource(Platform.ingress("blue")).delete();
    eventually("no route is there", () -> refusal() == 404);
  }

  @Test
  public void theApiServersProxyPassesThemOnWithoutTheToken() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    String path =
        "/api/v1/namespaces/"
            + NAMESPACE
            + "/services/"
            + Platform.name("backend", "blue")
            + ":http/proxy/api/live";
    WebSocketProbe probe =
        WebSocketProbe.open(
            sandbox.apiClient(),
            sandbox.cluster().apiServer(),
            path,
            "Authorization",
            "Bearer " + sandbox.cluster().access().token());
    assertTrue(probe.next().contains("blue"));
    assertEquals("hello", probe.echo("hello"));
  }

  private Faults faults() {
    return sandbox.cluster().faults();
  }

  private void serve(String colour) throws Exception {
    sandbox.deploy("backend", colour, 1);
    sandbox.client().resource(Platform.ingress(colour)).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
  }

  private WebSocketProbe open() {
    return WebSocketProbe.open(http, sandbox.cluster().publicEntry(), "/api/live");
  }

  /** The status that a handshake is answered with. */
  private int refusal() {
    try {
      open();
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  private int status() {
    try {
      return sandbox.get("/api").statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Pod pod() {
    Pod pod =
        sandbox.client().pods().inNamespace(NAMESPACE).list().getItems().stream()
            .filter(each -> each.getMetadata().getDeletionTimestamp() == null)
            .findFirst()
            .orElse(null);
    assertNotNull(pod);
    return pod;
  }

  private Deployment withGrace(long seconds) {
    return new DeploymentBuilder(Platform.deployment("backend", "blue", 1))
        .editSpec()
        .editTemplate()
        .editSpec()
        .withTerminationGracePeriodSeconds(seconds)
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }
}
