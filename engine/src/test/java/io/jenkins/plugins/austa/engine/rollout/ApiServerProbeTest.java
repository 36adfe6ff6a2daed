package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.mockwebserver.http.MockResponse;
import io.jenkins.plugins.austa.engine.health.ApiServerProbe;
import io.jenkins.plugins.austa.engine.health.ProbeAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

public class ApiServerProbeTest {

  private static final String PROXY = "/api/v1/namespaces/ns/services/http:a:http/proxy/healthz";

  private final MockApiServer api = new MockApiServer();
  private final AtomicInteger asked = new AtomicInteger();

  @After
  public void close() {
    api.close();
  }

  @Test
  public void givesTheServicesAnswerWithItsRevision() throws Exception {
    ProbeAnswer answer = answerTo(200, "ok");

    assertEquals(200, answer.status());
    assertEquals(Optional.of("7"), answer.revision());
    assertEquals("ok", answer.body());
    assertEquals(Optional.of("2"), answer.header("Content-Length"));
    assertTrue(answer.took().toString(), answer.took().toNanos() > 0);
  }

  @Test
  public void anAnswerOf500IsSeenAtOnceAndNotTriedAgain() throws Exception {
    assertEquals(500, answerTo(500, "broken").status());
    assertEquals(1, asked.get());
  }

  @Test
  public void whatTheApiServerDeniesIsNoAnswerOfTheService() throws Exception {
    ProbeAnswer answer = answerTo(403, "{\"kind\": \"Status\", \"code\": 403}");

    assertTrue(answer.toString(), answer.trouble().orElseThrow().contains("services/proxy"));
    assertEquals(403, answerTo(403, "{\"error\":\"login\"}").status());
  }

  @Test
  public void anApiServerThatIsAwayIsNoAnswer() throws Exception {
    ApiServerProbe probe = new ApiServerProbe(api.client(), Duration.ofSeconds(5));
    api.close();

    assertTrue(probe.get(URI.create(PROXY)).get(10, TimeUnit.SECONDS).trouble().isPresent());
  }

  private ProbeAnswer answerTo(int status, String body) throws Exception {
    api.fault(
        (method, path) -> {
          asked.incrementAndGet();
          return path.equals(PROXY)
              ? Optional.of(
                  new MockResponse()
                      .setResponseCode(status)
                      .setHeader("X-Austa-Revision", "7")
                      .setBody(body))
              : Optional.empty();
        });
    return new ApiServerProbe(api.client(), Duration.ofSeconds(5))
        .get(URI.create(PROXY))
        .get(10, TimeUnit.SECONDS);
  }
}
