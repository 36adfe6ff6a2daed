package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.control.ClusterState;
import io.jenkins.plugins.austa.sandbox.control.ControlLoop;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.jenkins.plugins.austa.sandbox.net.UpgradeTunnel;
import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The public entry: routes real requests by what the cluster says, a little later than it says it,
 * as real proxies do. Connections are kept alive on both sides, bodies are streamed.
 */
public final class IngressProxy {
  private final HttpServer server;
  private final HttpClient client;
  private final UpgradeTunnel tunnel;
  private final ControlLoop loop;
  private final Duration propagation;
  private final List<RouteSource> sources;
  private final AtomicBoolean stale = new AtomicBoolean();
  private volatile RouteTable routes = RouteTable.EMPTY;

  /**
   * @param propagation from a change in the API to the change in routing
   */
  public IngressProxy(
      Vertx vertx,
      ControlLoop loop,
      ClusterState state,
      ServiceEndpoints endpoints,
      Duration propagation) {
    this.loop = loop;
    this.propagation = propagation;
    this.sources =
        List.of(new IngressRoutes(state, endpoints), new GatewayRoutes(state, endpoints));
    this.client = Loopback.client(vertx, new HttpClientOptions().setMaxPoolSize(256));
    this.tunnel = new UpgradeTunnel(vertx);
    this.server = Loopback.server(vertx, this::handle);
    sources.forEach(source -> source.onChange(this::changed));
  }

  /** Starts listening; completes with the port. */
  public Future<Integer> listen() {
    return server.listen().map(HttpServer::actualPort);
  }

  /** Stops listening and closes all connections. */
  public Future<Void> close() {
    return server.close();
  }

  /** Changes that come together make one new table; tables come into force in order. */
  private void changed() {
    if (stale.compareAndSet(false, true)) {
      loop.execute(
          () -> {
            stale.set(false);
            RouteTable next =
                new RouteTable(
                    sources.stream().flatMap(source -> source.routes().stream()).toList());
            loop.after(propagation, () -> routes = next);
          });
    }
  }

  private void handle(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    String host = authority == null ? "" : authority.host();
    Optional<Route> route = routes.match(host, request.path());
    if (route.isEmpty()) {
      refuse(request, 404, "no route");
      return;
    }
    Backend backend = route.get().destination().next();
    List<PodAddress> pods = backend.inTurn();
    if (pods.isEmpty()) {
      refuse(request, backend.statusWithoutPods(), "no ready endpoints of " + backend.name());
      return;
    }
    if (UpgradeTunnel.isAskedFor(request)) {
      new ProxyUpgrade(tunnel, request, pods).start();
    } else {
      new ProxyExchange(client, request, pods).start();
    }
  }

  static void refuse(HttpServerRequest request, int status, String why) {
    if (request.response().headWritten()) {
      request.connection().close();
      return;
    }
    request.resume();
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain")
        .end("sandbox ingress: " + why + "\n");
  }
}
