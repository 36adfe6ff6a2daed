package io.jenkins.plugins.austa.sandbox.api;

import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.jenkins.plugins.austa.sandbox.net.UpgradeTunnel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** The proxy subresources of services and pods: a real HTTP request to a real pod. */
final class ApiProxy {
  // The token is for the API server; a pod must not see it.
  private static final String NOT_FOR_PODS = "host|authorization";
  private static final String HOP_BY_HOP =
      "(?i)connection|keep-alive|transfer-encoding|upgrade|" + NOT_FOR_PODS;

  private final HttpClient client;
  private final UpgradeTunnel tunnel;
  private final ProxyTargets targets;

  ApiProxy(Vertx vertx, ProxyTargets targets) {
    this.client = Loopback.client(vertx, new HttpClientOptions());
    this.tunnel = new UpgradeTunnel(vertx);
    this.targets = targets;
  }

  /** Forwards a request; 503 when nothing is there to take it. */
  void forward(HttpServerRequest request, ApiRequest proxied) {
    String[] name = proxied.path().name().split(":");
    // The name is NAME, NAME:PORT or SCHEME:NAME:PORT.
    String object = name.length == 3 ? name[1] : name[0];
    String port = name.length == 1 ? "" : name[name.length - 1];
    String namespace = proxied.path().namespace();
    Optional<SocketAddress> target =
        proxied.path().plural().equals("services")
            ? targets.service(namespace, object, port)
            : targets.pod(namespace, object);
    if (target.isEmpty()) {
      refuse(
          request, "no endpoints available for " + proxied.path().plural() + " \"" + object + "\"");
      return;
    }
    forward(request, proxied.path().tail(), target.get());
  }

  private void forward(HttpServerRequest request, String path, SocketAddress target) {
    String query = request.query() == null ? "" : "?" + request.query();
    RequestOptions options =
        new RequestOptions()
            .setServer(target)
            .setHost(target.host())
            .setPort(target.port())
            .setMethod(request.method())
            .setURI((path.isEmpty() ? "/" : path) + query);
    if (UpgradeTunnel.isAskedFor(request)) {
      tunnel
          .open(request, options, header -> !header.matches(NOT_FOR_PODS))
          .onFailure(e -> refuse(request, "error trying to reach the pod: " + e.getMessage()));
      return;
    }
    request.pause();
    client
        .request(options)
        .onFailure(e -> refuse(request, "error trying to reach the pod: " + e.getMessage()))
        .onSuccess(outgoing -> exchange(request, outgoing));
  }

  private void exchange(HttpServerRequest request, HttpClientRequest outgoing) {
    request
        .headers()
        .forEach(
            header -> {
              if (!header.getKey().matches(HOP_BY_HOP)) {
                outgoing.headers().add(header.getKey(), header.getValue());
              }
            });
    if (request.getHeader("Content-Length") == null) {
      outgoing.setChunked(request.getHeader("Transfer-Encoding") != null);
    }
    outgoing
        .send(request)
        .onFailure(e -> refuse(request, "error trying to reach the pod: " + e.getMessage()))
        .onSuccess(answer -> copy(answer, request.response()));
  }

  private static void copy(HttpClientResponse answer, HttpServerResponse response) {
    response.setStatusCode(answer.statusCode());
    answer
        .headers()
        .forEach(
            header -> {
              if (!header.getKey().matches(HOP_BY_HOP)) {
                response.headers().add(header.getKey(), header.getValue());
              }
            });
    response.setChunked(!response.headers().contains("Content-Length"));
    answer.pipe().endOnFailure(false).to(response).onFailure(e -> response.reset());
  }

  private static void refuse(HttpServerRequest request, String why) {
    if (request.response().headWritten()) {
      request.connection().close();
      return;
    }
    request.resume();
    ApiFront.send(request.response(), 503, ApiException.status(503, "ServiceUnavailable", why));
  }
}
