package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficOptions;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import io.jenkins.plugins.austa.sandbox.traffic.WebSocketReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class TrafficTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void countsByColourAndSecond() throws Exception {
    serve();
    Traffic traffic = start(100);
    eventually("two seconds passed", () -> traffic.soFar().seconds().size() > 2);
    TrafficReport report = traffic.stop();
    assertEquals(0, report.failed());
    assertEquals(report.sent(), report.answered());
    assertEquals(Map.of("blue", report.sent()), report.byColour());
    assertEquals(100, report.seconds().get(1).sent());
    assertTrue(report.median().compareTo(report.slowest()) <= 0);
  }

  @Test
  public void failuresAreCountedAndTheFirstExplained() throws Exception {
    serve();
    sandbox.cluster().faults().errorsOnPublicTraffic(Map.of("austa.io/colour", "blue"), 5);
    Traffic traffic = start(200);
    eventually("enough was sent", () -> traffic.soFar().sent() >= 100);
    TrafficReport report = traffic.stop();
    assertEquals(report.sent() / 5, report.failed());
    assertEquals("/api: HTTP 500", report.reasons().get(0));
    assertTrue(report.reasons().size() <= 10);
  }

  @Test
  public void aStallDoesNotHoldRequestsBackAndShowsInTheLatency() throws Exception {
    serve();
    Traffic traffic = start(100);
    try (var fault =
        sandbox
            .cluster()
            .faults()
            .slow(Platform.selector("backend", "blue"), Duration.ofMillis(600))) {
      long before = traffic.soFar().sent();
      eventually("requests keep being sent", () -> traffic.soFar().sent() >= before + 50);
    }
    TrafficReport report = traffic.stop();
    assertEquals(0, report.failed());
    assertTrue(report.slowest().compareTo(Duration.ofMillis(600)) >= 0);
  }

  @Test
  public void nobodyListeningIsAFailureWithItsReason() throws Exception {
    Traffic traffic =
        Traffic.start(
            sandbox.cluster().publicEntry().resolve("http://127.0.0.1:1"), List.of("/"), 50);
    eventually("some are answered", () -> traffic.soFar().answered() >= 5);
    TrafficReport report = traffic.stop();
    assertEquals(report.sent(), report.failed());
    assertTrue(report.reasons().get(0), report.reasons().get(0).contains("refused"));
  }

  @Test
  public void aThousandRequestsASecondAreCountedExactly() throws Exception {
    sandbox.deploy("frontend", "blue", 2);
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/").statusCode() == 200);
    Traffic traffic =
        Traffic.start(
            sandbox.cluster().publicEntry(),
            TrafficOptions.of(List.of("/", "/api"), 1000).withWebSockets(50, "/api"));
    eventually("all are open", () -> traffic.soFar().webSockets().open() == 50);
    eventually("four seconds passed", () -> traffic.soFar().seconds().size() > 4);
    assertEquals(50, traffic.soFar().webSockets().open());
    TrafficReport report = traffic.stop();
    assertEquals(report.toString(), 0, report.failed());
    assertEquals(report.sent(), report.answered());
    assertEquals(report.sent(), report.byColour().get("blue").longValue());
    report.seconds().subList(0, 4).forEach(second -> assertEquals(1000, second.sent()));
    assertEquals(50, report.webSockets().opened());
    assertEquals(0, report.webSockets().broken());
  }

  @Test
  public void webSocketsStayOpenOverASwitch() throws Exception {
    serve();
    sandbox.deploy("backend", "green", 1);
    Traffic traffic = start(talkative(5));
    eventually("all are open", () -> traffic.soFar().webSockets().open() == 5);
    sandbox
        .client()
        .resource(Platform.ingress("green"))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(Platform.ingress("green")));
    eventually("green serves", () -> traffic.soFar().byColour().containsKey("green"));
    long messages = traffic.soFar().webSockets().messages();
    eventually("they talk", () -> traffic.soFar().webSockets().messages() > messages + 10);
    assertEquals(Map.of("blue", 5), traffic.soFar().webSockets().byColour());
    WebSocketReport report = traffic.stop().webSockets();
    assertEquals(5, report.opened());
    assertEquals(0, report.broken());
    assertEquals(0, report.open());
  }

  @Test
  public void whatTheServerClosesIsBrokenAndOpenedAgain() throws Exception {
    serve();
    sandbox.deploy("backend", "green", 1);
    Traffic traffic = start(talkative(4));
    eventually("all are open", () -> traffic.soFar().webSockets().open() == 4);
    sandbox.client().resource(Platform.ingress("green")).patch();
    eventually("green serves", () -> traffic.soFar().byColour().containsKey("green"));
    sandbox.scale("backend", "blue", 0);
    eventually(
        "all came back", () -> Map.of("green", 4).equals(traffic.soFar().webSockets().byColour()));
    WebSocketReport left = traffic.soFar().webSockets();
    assertEquals(List.of(8L, 4L, 4L), List.of(left.opened(), left.broken(), left.goingAway()));
    assertEquals("blue: closed by the server with 1001", left.reasons().get(0));

    var pods = sandbox.client().pods().inNamespace(Platform.NAMESPACE);
    pods.withLabel("austa.io/colour", "green").withGracePeriod(0).delete();
    eventually("they broke", () -> traffic.soFar().webSockets().broken() == 8);
    WebSocketReport report = traffic.stop().webSockets();
    assertEquals(4, report.goingAway());
    assertTrue(report.reasons().contains("green: closed by the server with 1006"));
  }

  @Test
  public void noEchoInTimeIsBroken() throws Exception {
    serve();
    Traffic traffic =
        start(talkative(1).withMessages(Duration.ofMillis(20), Duration.ofSeconds(1)));
    eventually("it talks", () -> traffic.soFar().webSockets().messages() > 2);
    try (var fault =
        sandbox
            .cluster()
            .faults()
            .slow(Platform.selector("backend", "blue"), Duration.ofSeconds(3))) {
      eventually("it broke", () -> traffic.soFar().webSockets().broken() > 0);
    }
    WebSocketReport report = traffic.stop().webSockets();
    assertEquals("blue: no echo in time", report.reasons().get(0));
    assertEquals(0, report.goingAway());
  }

  @Test
  public void whatWasNotAnsweredIsSaidAgainOnTheNextWebSocket() throws Exception {
    serve();
    Traffic traffic =
        start(talkative(1).withMessages(Duration.ofMillis(20), Duration.ofMillis(300)));
    eventually("it talks", () -> traffic.soFar().webSockets().messages() > 2);
    try (var fault =
        sandbox
            .cluster()
            .faults()
            .slow(Platform.selector("backend", "blue"), Duration.ofSeconds(1))) {
      eventually("it broke", () -> traffic.soFar().webSockets().broken() > 0);
    }
    WebSocketReport broken = traffic.soFar().webSockets();
    assertEquals(broken.messages() + 1, broken.said());
    eventually(
        "it talks again", () -> traffic.soFar().webSockets().messages() > broken.messages() + 1);
    WebSocketReport report = traffic.stop().webSockets();
    assertEquals(report.said(), report.messages());
  }

  @Test
  public void handshakesThatAreRefusedAreCounted() throws Exception {
    serve();
    sandbox.cluster().faults().noWebSockets(Map.of("austa.io/colour", "blue"));
    Traffic traffic = start(talkative(1));
    eventually("it was refused", () -> traffic.soFar().webSockets().refused() > 1);
    WebSocketReport report = traffic.stop().webSockets();
    assertEquals(0, report.opened());
    assertTrue(report.reasons().get(0), report.reasons().get(0).contains("404"));
  }

  private static TrafficOptions talkative(int count) {
    return TrafficOptions.of(List.of("/api"), 50)
        .withWebSockets(count, "/api/live")
        .withMessages(Duration.ofMillis(50), Duration.ofSeconds(5));
  }

  private Traffic start(TrafficOptions options) {
    return Traffic.start(sandbox.cluster().publicEntry(), options);
  }

  private Traffic start(int perSecond) {
    return Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), perSecond);
  }

  private void serve() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
  }
}
