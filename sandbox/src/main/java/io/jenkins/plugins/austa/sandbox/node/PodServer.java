package io.jenkins.plugins.austa.sandbox.node;

import io.jenkins.plugins.austa.sandbox.fault.PodFaults;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.jenkins.plugins.austa.sandbox.net.UpgradeTunnel;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.RequestCounters;
import io.jenkins.plugins.austa.sandbox.workload.Workload;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadRequest;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server of one pod: counts, injects faults, says who answered, and asks the workload. */
public final class PodServer {
  /** Marks requests that came through the public entry; the entry strips it from its clients. */
  public static final String PUBLIC = "X-Sandbox-Entry";

  private static final Set<String> UNCOUNTED = Set.of("/healthz", "/metrics");
  private static final WorkloadResponse INJECTED =
      WorkloadResponse.json(500, "{\"error\":\"injected by the sandbox\"}");
  private static final int CLOSING_SECONDS = 1;
  private static final Map<String, String> IDENTITY =
      Map.of(
          "X-Austa-Service", "AUSTA_SERVICE",
          "X-Austa-Colour", "AUSTA_COLOUR",
          "X-Austa-Revision", "AUSTA_REVISION");

  private final Vertx vertx;
  private final PodIdentity identity;
  private final String readinessPath;
  private final Workload workload;
  private final RequestCounters counters;
  private final PodFaults faults;
  private final PodSockets sockets;
  private final HttpServer server;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long lastRequest = System.nanoTime();
  private volatile boolean draining;
  private volatile PodAddress address;

  PodServer(
      Vertx vertx,
      PodIdentity identity,
      String readinessPath,
      Workload workload,
      RequestCounters counters,
      PodFaults faults) {
    this.vertx = vertx;
    this.identity = identity;
    this.readinessPath = readinessPath;
    this.workload = workload;
    this.counters = counters;
    this.faults = faults;
    this.sockets = new PodSockets(vertx, identity, () -> faults.delay(identity.labels()));
    this.server = Loopback.server(vertx, options(), this::handle);
  }

  public PodIdentity identity() {
    return identity;
  }

  public RequestCounters counters() {
    return counters;
  }

  /** Starts listening; completes with the address. */
  Future<PodAddress> listen() {
    return server
        .listen()
        .map(
            listening -> {
              address = new PodAddress(listening.actualPort());
              return address;
            });
  }

  /** The address, once it listens. */
  PodAddress address() {
    return address;
  }

  /** Asks clients to stop using their connections; requests are answered as before. */
  void drain() {
    draining = true;
  }

  /** Whether no request is being answered and none has come for a while. */
  boolean isQuiet(Duration quiet) {
    return inFlight.get() == 0
        && address.isUnused()
        && System.nanoTime() - lastRequest > quiet.toNanos();
  }

  /**
   * Closes WebSockets as a server that goes away does.
   *
   * @return whether none is open any more
   */
  boolean goAway() {
    return sockets.goAway();
  }

  /** Ends at once; what is still open breaks. */
  Future<Void> close() {
    sockets.breakOff();
    return server.close();
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(CLOSING_SECONDS);
  }

  private void handle(HttpServerRequest request) {
    long since = System.nanoTime();
    boolean probe = isProbe(request);
    AtomicBoolean open = new AtomicBoolean(!probe);
    if (!probe) {
      inFlight.incrementAndGet();
      lastRequest = since;
      request.response().endHandler(v -> finished(open));
      request.response().exceptionHandler(e -> finished(open));
    }
    if (UpgradeTunnel.isAskedFor(request)) {
      upgrade(request, since, open);
    } else {
      request.body().onSuccess(body -> answer(request, body, since));
    }
  }

  /** An answer can both end and break; it counts once. */
  private void finished(AtomicBoolean open) {
    if (open.getAndSet(false)) {
      lastRequest = System.nanoTime();
      inFlight.decrementAndGet();
    }
  }

  private void answer(HttpServerRequest request, Buffer body, long since) {
    Map<String, String> labels = identity.labels();
    if (request.path().equals(readinessPath) && faults.isNeverReady(labels)) {
      send(request, WorkloadResponse.json(503, "{\"status\":\"not ready\"}"), since);
      return;
    }
    if (failsNow(request)) {
      send(request, INJECTED, since);
      return;
    }
    long delay = isProbe(request) ? 0 : faults.delay(labels).toMillis();
    if (delay == 0) {
      ask(request, body, since);
    } else {
      vertx.setTimer(delay, id -> ask(request, body, since));
    }
  }

  private void upgrade(HttpServerRequest request, long since, AtomicBoolean open) {
    if (failsNow(request)) {
      send(request, INJECTED, since);
    } else if (faults.refusesWebSockets(identity.labels())) {
      send(request, WorkloadResponse.text(404, "text/plain", "no WebSockets here\n"), since);
    } else {
      identify(request.response());
      sockets.accept(request).onComplete(agreed -> finished(open));
    }
  }

  private boolean failsNow(HttpServerRequest request) {
    return request.getHeader(PUBLIC) != null && faults.failsNow(identity.labels());
  }

  private void ask(HttpServerRequest request, Buffer body, long since) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
    String query = request.query() == null ? "" : request.query();
    WorkloadRequest asked =
        new WorkloadRequest(
            request.method().name(), request.path(), query, headers, body.getBytes());
    Future.fromCompletionStage(workload.answer(asked), vertx.getOrCreateContext())
        .onSuccess(response -> send(request, response, since))
        .onFailure(
            e -> send(request, WorkloadResponse.text(500, "text/plain", e.toString()), since));
  }

  private void send(HttpServerRequest request, WorkloadResponse answer, long since) {
    if (!UNCOUNTED.contains(request.path()) && !isProbe(request)) {
      counters.count(answer.status(), System.nanoTime() - since);
    }
    HttpServerResponse response = request.response();
    identify(response);
    answer.headers().forEach(response::putHeader);
    if (draining) {
      response.putHeader("Connection", "close");
    }
    response.setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
  }

  private void identify(HttpServerResponse response) {
    IDENTITY.forEach(
        (header, env) -> {
          if (identity.env().containsKey(env)) {
            response.putHeader(header, identity.env().get(env));
          }
        });
  }

  private static boolean isProbe(HttpServerRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent != null && agent.startsWith("kube-probe");
  }
}
