package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
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

  private Traffic start(int perSecond) {
    return Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), perSecond);
  }

  private void serve() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
  }
}
