package io.jenkins.plugins.austa.engine.health;

import java.net.URI;
import java.time.Duration;
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
  private final String namespace;
  private final String service;
  private final String path;
  private final int status;

  /**
   * @param apiServer takes paths on the API server, see {@link ApiServerProbe}
   * @param service name of the Kubernetes Service; its port is the one named {@code http}
   * @param path absolute path
   * @param status the only HTTP status that passes
   */
  public HttpExpectation(
      HttpProbe apiServer, String namespace, String service, String path, int status) {
    this.apiServer = apiServer;
    this.namespace = namespace;
    this.service = service;
    this.path = path;
    this.status = status;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    URI proxy =
        URI.create(
            "/api/v1/namespaces/%s/services/http:%s:http/proxy%s"
                .formatted(namespace, service, path));
    return apiServer.get(proxy).thenApply(this::decide);
  }

  SignalVerdict decide(ProbeAnswer answer) {
    String asked = NAME + ": GET " + path + " of " + service;
    if (answer.trouble().isPresent()) {
      return new SignalVerdict.Inconclusive(
          measured("no answer"), asked + " is unknown: " + answer.trouble().get());
    }
    String observed = "HTTP " + answer.status();
    String text = asked + " answered " + observed;
    if (answer.status() == status) {
      return new SignalVerdict.Passed(measured(observed), text);
    }
    String unmet = text + ", expected HTTP " + status;
    // The proxy itself says 503 while a Service has no endpoint, and 404 before it exists: both may
    // still change.
    return answer.status() == SERVICE_UNAVAILABLE || answer.status() == NOT_FOUND
        ? new SignalVerdict.Pending(measured(observed), unmet)
        : new SignalVerdict.Failed(measured(observed), unmet);
  }

  private Measurement measured(String observed) {
    return new Measurement(NAME, Duration.ZERO, "HTTP " + status, observed);
  }
}
