package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;

public class HttpExpectationTest {

  private final AtomicReference<URI> asked = new AtomicReference<>();

  @Test
  public void asksTheServiceThroughTheApiServersProxy() {
    SignalVerdict verdict = judge(ProbeAnswer.of(200, Optional.empty()));

    assertTrue(verdict instanceof SignalVerdict.Passed);
    assertEquals(
        URI.create("/api/v1/namespaces/ns/services/http:backend-green:http/proxy/healthz"),
        asked.get());
  }

  @Test
  public void anotherStatusFails() {
    SignalVerdict verdict = judge(ProbeAnswer.of(500, Optional.empty()));

    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals(
        "http: GET /healthz of backend-green answered HTTP 500, expected HTTP 200",
        verdict.reason());
  }

  @Test
  public void aServiceWithoutEndpointsMayStillCome() {
    assertTrue(judge(ProbeAnswer.of(503, Optional.empty())) instanceof SignalVerdict.Pending);
    assertTrue(judge(ProbeAnswer.of(404, Optional.empty())) instanceof SignalVerdict.Pending);
  }

  @Test
  public void noAnswerIsInconclusive() {
    assertTrue(judge(ProbeAnswer.none("timeout")) instanceof SignalVerdict.Inconclusive);
  }

  private SignalVerdict judge(ProbeAnswer answer) {
    HttpProbe apiServer =
        address -> {
          asked.set(address);
          return CompletableFuture.completedFuture(answer);
        };
    return new HttpExpectation(
            apiServer,
            new ProxiedService("ns", "backend-green"),
            ExpectedAnswer.status("/healthz", 200))
        .judge()
        .join();
  }
}
