package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.access.ClusterAccess;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The API server's HTTP side: discovery, faults, watches and proxying are answered here, all else
 * by {@link ResourceHandler}. HTTPS on 127.0.0.1; whoever has the token is an administrator.
 */
public final class ApiFront {
  private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");

  private final Vertx vertx;
  private final ResourceHandler resources;
  private final WatchServer watches;
  private final ApiProxy proxy;
  private final ApiFaults faults;
  private final ClusterAccess access;
  private final HttpServer server;

  public ApiFront(
      Vertx vertx, ResourceApi api, ProxyTargets targets, ApiFaults faults, ClusterAccess access) {
    this.vertx = vertx;
    this.access = access;
    this.resources = new ResourceHandler(api);
    this.watches = new WatchServer(vertx, api.store());
    this.proxy = new ApiProxy(vertx, targets);
    this.faults = faults;
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxHeaderSize(64 * 1024)
            .setMaxInitialLineLength(64 * 1024)
            .setWebSocketSubProtocols(List.of("v4.channel.k8s.io", "v5.channel.k8s.io"));
    this.server = Loopback.server(vertx, access.secure(options), this::admit);
  }

  /** Starts listening; completes with the port. */
  public Future<Integer> listen() {
    return server.listen().map(HttpServer::actualPort);
  }

  /** Stops listening and closes all connections. */
  public Future<Void> close() {
    return server.close();
  }

  /** Breaks the connection of every open watch, as a network failure does. */
  public void dropWatches() {
    watches.dropAll();
  }

  private void admit(HttpServerRequest request) {
    if (HEALTH.contains(request.path())) {
      request.response().end("ok");
    } else if (access.admits(request.getHeader("Authorization"))) {
      handle(request);
    } else {
      refuse(request, new ApiException(401, "Unauthorized", "Unauthorized"));
    }
  }

  private void handle(HttpServerRequest request) {
    Optional<ObjectNode> discovery = Discovery.answer(request.path());
    if (discovery.isPresent()) {
      send(request.response(), 200, discovery.get());
      return;
    }
    Optional<ResourcePath> path = ResourcePath.parse(request.path());
    if (path.isEmpty()) {
      answerOther(request);
      return;
    }
    ApiRequest call = ApiRequest.of(request, path.get());
    Optional<ApiEffect> effect = faults.meet(call.match());
    if (effect.isEmpty()) {
      serve(request, call);
    } else {
      disturb(request, call, effect.get());
    }
  }

  private static void answerOther(HttpServerRequest request) {
    if (request.path().equals("/openapi/v2")) {
      sendSchemas(request);
    } else {
      refuse(request, ApiException.unknownType());
    }
  }

  /**
   * No schemas: helm and kubectl then skip validation by themselves, and the server still checks.
   */
  private static void sendSchemas(HttpServerRequest request) {
    String accepted = request.getHeader("Accept");
    if (accepted != null && accepted.contains("protobuf")) {
      // A message without fields is no bytes at all.
      String type = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
      request.response().putHeader("Content-Type", type).end();
      return;
    }
    ObjectNode schemas = JsonNodeFactory.instance.objectNode().put("swagger", "2.0");
    schemas.putObject("paths");
    schemas.putObject("definitions");
    send(request.response(), 200, schemas);
  }

  private void disturb(HttpServerRequest request, ApiRequest call, ApiEffect effect) {
    switch (effect.kind()) {
      case DROP -> request.connection().close();
      case STATUS -> {
        String reason = effect.status() == 409 ? "Conflict" : "InternalError";
        send(
            request.response(),
            effect.status(),
            ApiException.status(effect.status(), reason, "injected by the sandbox"));
      }
      case DROP_ANSWER ->
          request
              .body()
              .onSuccess(
                  body -> {
                    answerOf(call, body);
                    request.connection().close();
                  });
      default -> {
        request.pause();
        long delay = Math.max(1, effect.latency().toMillis());
        vertx.setTimer(
            delay,
            id -> {
              request.resume();
              serve(request, call);
            });
      }
    }
  }

  private void serve(HttpServerRequest request, ApiRequest call) {
    if (!faults.allows(call.match())) {
      String what = call.match().verb() + " " + call.match().kind();
      refuse(
          request,
          new ApiException(403, "Forbidden", "forbidden: User \"sandbox\" cannot " + what));
    } else if (call.isProxy()) {
      proxy.forward(request, call);
    } else if (call.isWatch()) {
      watch(request, call);
    } else {
      request.body().onSuccess(body -> answer(request, call, body));
    }
  }

  private void watch(HttpServerRequest request, ApiRequest call) {
    if (Kinds.of(call.path()).isEmpty()) {
      refuse(request, ApiException.unknownType());
      return;
    }
    try {
      watches.serve(request, call);
    } catch (ApiException e) {
      refuse(request, e);
    }
  }

  private void answer(HttpServerRequest request, ApiRequest call, Buffer body) {
    ResourceHandler.Answer answer = answerOf(call, body);
    send(request.response(), answer.code(), answer.body());
  }

  private ResourceHandler.Answer answerOf(ApiRequest call, Buffer body) {
    try {
      return carryOut(call, text(call, body));
    } catch (ApiException e) {
      return new ResourceHandler.Answer(e.code(), e.status());
    }
  }

  private ResourceHandler.Answer carryOut(ApiRequest call, String body) {
    if (AccessReviews.isReview(call.path())) {
      ObjectNode review = (ObjectNode) Patches.read(body);
      return new ResourceHandler.Answer(201, AccessReviews.answer(review, faults));
    }
    if (AccessReviews.isRulesReview(call.path())) {
      ObjectNode review = (ObjectNode) Patches.read(body);
      return new ResourceHandler.Answer(201, AccessReviews.rules(review, faults));
    }
    return resources.handle(call, body);
  }

  private static String text(ApiRequest call, Buffer body) {
    boolean protobuf =
        call.contentType() != null && call.contentType().startsWith(ProtobufBody.TYPE);
    return protobuf && body.length() > 0
        ? ProtobufBody.toJson(body.getBytes()).toString()
        : body.toString();
  }

  private static void refuse(HttpServerRequest request, ApiException e) {
    send(request.response(), e.code(), e.status());
  }

  static void send(HttpServerResponse response, int code, ObjectNode body) {
    response.setStatusCode(code).putHeader("Content-Type", "application/json").end(body.toString());
  }
}
