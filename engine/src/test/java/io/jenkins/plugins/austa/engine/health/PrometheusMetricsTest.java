package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * No answer but one finite number is a value; whatever else happens is no data with its reason, and
 * never an exception.
 */
public class PrometheusMetricsTest {

  private final AtomicReference<String> asked = new AtomicReference<>();
  private volatile int status = 200;
  private volatile String body = "";
  private HttpServer server;

  @Before
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/prometheus/api/v1/query",
        exchange -> {
          asked.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void oneFiniteNumberIsAValue() throws Exception {
    assertEquals(MetricValue.value(0.102), answerTo(vector("[1,\"0.102\"]")));
    assertEquals(
        MetricValue.value(3),
        answerTo(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"3\"]}}"));
  }

  @Test
  public void theQueryIsPostedAsAFormWithTheAuthorization() throws Exception {
    answerTo(vector("[1,\"0\"]"));
    assertEquals("POST Bearer token query=sum%28up%29", asked.get());
  }

  @Test
  public void anEmptyVectorIsNoData() throws Exception {
    assertNoData("matches no series", answerTo(vector()));
  }

  @Test
  public void severalSeriesWhereOneIsExpectedAreNoData() throws Exception {
    assertNoData("matches 2 series", answerTo(vector("[1,\"0\"]", "[1,\"0\"]")));
  }

  @Test
  public void numbersThatAreNotFiniteAreNoData() throws Exception {
    for (String odd : new String[] {"NaN", "+Inf", "-Inf", "", "many"}) {
      assertNoData("'" + odd + "'", answerTo(vector("[1,\"" + odd + "\"]")));
    }
  }

  @Test
  public void anHttpErrorIsNoData() throws Exception {
    status = 503;
    assertNoData("HTTP 503", answerTo(vector("[1,\"0\"]")));
  }

  @Test
  public void whatIsNotPrometheusJsonIsNoData() throws Exception {
    assertNoData("not JSON", answerTo("<html>login</html>"));
    assertNoData("refused", answerTo("{}"));
    assertNoData("refused", answerTo("{\"status\":\"error\",\"error\":\"parse error\"}"));
    assertNoData("type 'none'", answerTo("{\"status\":\"success\"}"));
    assertNoData(
        "type 'matrix'",
        answerTo("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}"));
    assertNoData("refused", answerTo(""));
  }

  @Test
  public void anUnreachablePrometheusIsNoDataAndTellsNoSecret() throws Exception {
    server.stop(0);
    MetricValue value = answerTo("");
    assertNoData("cannot be reached", value);
    assertFalse(value.toString(), value.toString().contains("token"));
  }

  @Test
  public void aFailingCredentialIsNoData() throws Exception {
    MetricsSource source =
        new PrometheusMetrics(
            URI.create("http://127.0.0.1:1"),
            Duration.ofSeconds(1),
            () -> {
              throw new IllegalStateException("no such credential");
            });
    assertNoData("cannot be reached", source.query("up").get(5, TimeUnit.SECONDS));
  }

  private MetricValue answerTo(String answer) throws Exception {
    body = answer;
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prometheus/");
    return new PrometheusMetrics(base, Duration.ofSeconds(5), () -> Optional.of("Bearer token"))
        .query("sum(up)")
        .get(10, TimeUnit.SECONDS);
  }

  private static String vector(String... values) {
    StringBuilder series = new StringBuilder();
    for (String value : values) {
      series
          .append(series.isEmpty() ? "" : ",")
          .append("{\"metric\":{},\"value\":")
          .append(value)
          .append('}');
    }
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
        + series
        + "]}}";
  }

  private static void assertNoData(String reason, MetricValue value) {
    assertTrue(value.toString(), value instanceof MetricValue.NoData);
    String given = ((MetricValue.NoData) value).reason();
    assertTrue(given, given.contains(reason));
  }
}
