package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The opening handshake of a WebSocket (RFC 6455) with one Service through the API server's proxy;
 * closed again at once.
 */
public final class WebSocketHandshake implements Signal {

  public static final String NAME = "websocket";

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NOT_FOUND = 404;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final String EXPECTED = "HTTP " + SWITCHING_PROTOCOLS;

  private final HttpProbe handshake;
  private final ProxiedService service;
  private final String path;

  /**
   * @param handshake opens a WebSocket at a path on the API server and tells with which status that
   *     was answered, see {@link ApiServerWebSocketProbe}
   * @param path absolute path of the service
   */
  public WebSocketHandshake(HttpProbe handshake, ProxiedService service, String path) {
    this.handshake = handshake;
    this.service = service;
    this.path = path;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return handshake.get(service.address(path)).thenApply(this::decide);
  }

  SignalVerdict decide(ProbeAnswer answer) {
    String asked = NAME + ": handshake at " + path + " of " + service.name();
    if (answer.trouble().isPresent()) {
      return new SignalVerdict.Inconclusive(
          measured("no answer"), asked + " is unknown: " + answer.trouble().get());
    }
    String observed = "HTTP " + answer.status();
    if (answer.status() == SWITCHING_PROTOCOLS) {
      return new SignalVerdict.Passed(measured(observed), asked + " was accepted");
    }
    String text = asked + " was answered " + observed + ", expected " + EXPECTED;
    return answer.status() == SERVICE_UNAVAILABLE || answer.status() == NOT_FOUND
        ? new SignalVerdict.Pending(measured(observed), text)
        : new SignalVerdict.Failed(measured(observed), text);
  }

  private static Measurement measured(String observed) {
    return new Measurement(NAME, Duration.ZERO, EXPECTED, observed);
  }
}
