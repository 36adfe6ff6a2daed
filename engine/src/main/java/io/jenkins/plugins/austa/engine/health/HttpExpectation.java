package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A GET to one Service through the API server's service proxy, so that it can be asked before any
 * route leads to it.
 *
 * <p>Needs the verb {@code get} on {@code services/proxy}.
 */
public final class HttpExpectation implements Signal {

  public static final String NAME = "http";

  private static final int NOT_FOUND = 404;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final HttpProbe apiServer;
  private final ProxiedService service;
  private final ExpectedAnswer expected;

  /**
   * @param apiServer takes paths on the API server, see {@link ApiServerProbe}
   */
  public HttpExpectation(HttpProbe apiServer, ProxiedService service, ExpectedAnswer expected) {
    this.apiServer = apiServer;
    this.service = service;
    this.expected = expected;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return apiServer.get(service.address(expected.path())).thenApply(this::decide);
  }

  SignalVerdict decide(ProbeAnswer answer) {
    String asked = NAME + ": GET " + expected.path() + " of " + service.name();
    if (answer.trouble().isPresent()) {
      return new SignalVerdict.Inconclusive(
          measured("no answer"), asked + " is unknown: " + answer.trouble().get());
    }
    String observed = "HTTP " + answer.status();
    String text = asked + " answered " + observed;
    if (answer.status() == expected.status()) {
      Optional<String> unmet = expected.unmet(answer);
      return unmet.isEmpty()
          ? new SignalVerdict.Passed(measured(observed), text)
          : new SignalVerdict.Failed(
              measured(observed + " " + unmet.get()), text + " " + unmet.get());
    }
    String unmet = text + ", expected HTTP " + expected.status();
    // The proxy itself says 503 while a Service has no endpoint, and 404 before it exists: both may
    // still change.
    return answer.status() == SERVICE_UNAVAILABLE || answer.status() == NOT_FOUND
        ? new SignalVerdict.Pending(measured(observed), unmet)
        : new SignalVerdict.Failed(measured(observed), unmet);
  }

  private Measurement measured(String observed) {
    return new Measurement(NAME, Duration.ZERO, "HTTP " + expected.status(), observed);
  }
}
