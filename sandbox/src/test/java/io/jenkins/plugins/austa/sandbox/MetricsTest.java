package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.sandbox.fault.MetricsMode;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class MetricsTest {
  private static final String ERROR_RATE =
      "(sum(rate(http_requests_total{namespace=\"austa-cockpit-production\","
          + "release=\"austa-production\",colour=\"COLOUR\",status=~\"5..\"}[2s])) or vector(0))"
          + " / sum(rate(http_requests_total{namespace=\"austa-cockpit-production\","
          + "release=\"austa-production\",colour=\"COLOUR\"}[2s]))";

  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(SandboxCluster.builder().metricsStaleness(Duration.ofSeconds(1)));

  @Test
  public void errorRateFollowsRealTraffic() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    try (Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), 200)) {
      eventually("no errors", () -> "0".equals(value(query(ERROR_RATE.replace("COLOUR", "blue")))));
      sandbox.cluster().faults().errorsOnPublicTraffic(Map.of("austa.io/colour", "blue"), 10);
      eventually(
          "one in ten fails", () -> near(0.1, value(query(ERROR_RATE.replace("COLOUR", "blue")))));
      assertEquals(
          0, query(ERROR_RATE.replace("COLOUR", "green")).path("data").path("result").size());
    }
  }

  @Test
  public void latencyFollowsRealTraffic() throws Exception {
    String latency =
        "sum(rate(http_request_duration_seconds_sum{colour=\"blue\"}[2s]))"
            + " / sum(rate(http_request_duration_seconds_count{colour=\"blue\"}[2s]))";
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    try (Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), 100)) {
      eventually("it is quick", () -> seconds(query(latency)) < 0.1);
      sandbox.cluster().faults().slow(Map.of("austa.io/colour", "blue"), Duration.ofMillis(300));
      eventually("it is slow", () -> seconds(query(latency)) >= 0.3);
    }
  }

  @Test
  public void seriesCarryTheLabelsOfTheirPodAndVanishWithIt() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    eventually("there is a sample", () -> result("http_requests_total").size() == 1);
    JsonNode metric = result("http_requests_total").get(0).path("metric");
    assertEquals("austa-cockpit-production", metric.path("namespace").asText());
    assertEquals("backend", metric.path("service").asText());
    assertEquals("austa-production", metric.path("release").asText());
    assertEquals("blue", metric.path("colour").asText());
    assertEquals("7", metric.path("revision").asText());
    assertEquals("200", metric.path("status").asText());
    assertTrue(metric.path("pod").asText().startsWith("austa-production-backend-blue-"));
    sandbox.scale("backend", "blue", 0);
    eventually("the series is stale", () -> result("http_requests_total").isEmpty());
  }

  @Test
  public void postAnswersLikeGetAndScalarsAreScalars() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(sandbox.cluster().metrics().resolve("/api/v1/query"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("query=vector(1)%20%2B%201"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
    JsonNode data = new ObjectMapper().readTree(answer.body()).path("data");
    assertEquals("vector", data.path("resultType").asText());
    assertEquals("2", data.path("result").get(0).path("value").get(1).asText());
    assertEquals("scalar", query("0/0").path("data").path("resultType").asText());
    assertEquals("NaN", query("0/0").path("data").path("result").get(1).asText());
  }

  @Test
  public void wrongQueriesAre400AndSayWhy() throws Exception {
    var answer = sandbox.get(sandbox.cluster().metrics(), "/api/v1/query?query=topk(1,x)");
    assertEquals(400, answer.statusCode());
    JsonNode error = new ObjectMapper().readTree(answer.body());
    assertEquals("bad_data", error.path("errorType").asText());
    assertTrue(error.path("error").asText().contains("topk"));
    assertEquals(400, sandbox.get(sandbox.cluster().metrics(), "/api/v1/query").statusCode());
  }

  @Test
  public void metricsCanBeUnavailableUnreachableOrEmpty() throws Exception {
    URI metrics = sandbox.cluster().metrics();
    sandbox.cluster().faults().metrics(MetricsMode.UNAVAILABLE);
    assertEquals(503, sandbox.get(metrics, "/api/v1/query?query=1").statusCode());
    sandbox.cluster().faults().metrics(MetricsMode.UNREACHABLE);
    assertThrows(IOException.class, () -> sandbox.get(metrics, "/api/v1/query?query=1"));
    sandbox.cluster().faults().metrics(MetricsMode.EMPTY);
    assertEquals(0, result("vector(1)").size());
    sandbox.cluster().faults().clear();
    assertEquals(1, result("vector(1)").size());
  }

  private JsonNode result(String query) throws Exception {
    return query(query).path("data").path("result");
  }

  private JsonNode query(String query) throws Exception {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    var answer = sandbox.get(sandbox.cluster().metrics(), "/api/v1/query?query=" + encoded);
    assertEquals(answer.body(), 200, answer.statusCode());
    return new ObjectMapper().readTree(answer.body());
  }

  private static String value(JsonNode answer) {
    JsonNode result = answer.path("data").path("result");
    return result.isEmpty() ? "" : result.get(0).path("value").get(1).asText();
  }

  /** NaN, which is neither less nor more than anything, when nobody knows. */
  private static double seconds(JsonNode answer) {
    String value = value(answer);
    return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
  }

  private static boolean near(double expected, String value) {
    return !value.isEmpty() && Math.abs(Double.parseDouble(value) - expected) < 0.02;
  }
}
