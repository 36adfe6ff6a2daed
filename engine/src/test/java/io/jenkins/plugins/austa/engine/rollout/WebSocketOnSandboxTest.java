package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.health.ApiServerWebSocketProbe;
import io.jenkins.plugins.austa.engine.health.ProxiedService;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.health.WebSocketHandshake;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** A WebSocket is really opened, through the API server's proxy. */
public class WebSocketOnSandboxTest {

  @Test
  public void aHandshakeThatIsAcceptedPassesAndOneThatIsRefusedDoesNot() throws Exception {
    try (SandboxRelease release = new SandboxRelease(RouterFixture.INGRESS).serving()) {
      SignalVerdict accepted = verdict(release);
      assertTrue(accepted.reason(), accepted instanceof SignalVerdict.Passed);

      try (Fault refused =
          release.cluster.faults().noWebSockets(Map.of("austa.io/colour", "blue"))) {
        SignalVerdict pending = verdict(release);
        assertTrue(pending.reason(), pending instanceof SignalVerdict.Pending);
        assertEquals("HTTP 404", pending.measurement().observed());
      }
    }
  }

  private static SignalVerdict verdict(SandboxRelease release) throws Exception {
    return new WebSocketHandshake(
            new ApiServerWebSocketProbe(release.client, Duration.ofSeconds(5)),
            new ProxiedService(
                release.target.namespace(),
                release.target.objectName(release.target.service("backend"), Colour.BLUE)),
            "/api/live")
        .judge()
        .get(10, TimeUnit.SECONDS);
  }
}
