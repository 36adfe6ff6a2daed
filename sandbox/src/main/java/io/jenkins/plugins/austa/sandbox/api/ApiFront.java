package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.access.ClusterAccess;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.jenkins.plugins.austa.sandbox.fault.ApiInterruptions;
import io.jenkins.plugins.austa.sandbox.fault.Partition;
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
 * by {@link ResourceHandler}. HTTPS on 127.0.0.1; whoever has a token is an administrator.
 */
public final class ApiFront implements ApiInterruptions {
  private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");

  private final Disturbances disturbances;
  private final HeldRequests held = new HeldRequests();
  private final EventLog history;
  private final ResourceHandler resources;
  private final WatchServer watches;
  private final ApiProxy proxy;
  private final ApiFaults faults;
  private final ClusterAccess access;
  private final HttpServer server;

  public ApiFront(
      Vertx vertx, ResourceApi api, ProxyTargets targets, ApiFaults faults, ClusterAccess access) {
    this.disturbances = new Disturbances(vertx);
    this.history = api.store().events();
    this.access = access;
    this.resources = new ResourceHandler(api);
    this.watches = new WatchServer(vertx, api.store(), faults);
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

  @Override
  public void dropWatches() {
    watches.drop("");
  }

  @Override
  public void forgetHistory() {
    history.compact();
  }

  @Override
  public void breakOff(String token) {
    watches.drop(token);
    held.breakOff(token);
  }

  private void admit(HttpServerRequest request) {
    String token = ClusterAccess.bearer(request.getHeader("Authorization"));
    Optional<Partition> partition = faults.partition(token);
    Optional<String> user = faults.isExpired(token) ? Optional.empty() : access.user(token);
    if (partition.isPresent()) {
      held.take(request, token, partition.get());
    } else if (HEALTH.contains(request.path())) {
      request.response().end("ok");
    } else if (user.isPresent()) {
      handle(request, new Caller(user.get(), token));
    } else {
      refuse(request, new ApiException(401, "Unauthorized", "Unauthorized"));
    }
  }

  private void handle(HttpServerRequest request, Caller caller) {
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
    ApiRequest call = ApiRequest.of(request, path.get(), caller);
    Optional<ApiEffect> effect = faults.meet(call.match());
    if (effect.isEmpty()) {
      serve(request, call);
    } else {
      disturbances.disturb(
          request, effect.get(), () -> serve(request, call), body -> answerOf(call, body));
    }
  }

  private static void answerOther(HttpServerRequest request) {
    if (request.path().equals(Schemas.PATH)) {
      Schemas.send(request);
    } else {
      refuse(request, ApiException.unknownType());
    }
  }

  private void serve(HttpServerRequest request, ApiRequest call) {
    if (!faults.allows(call.match())) {
      refuse(request, call.denied());
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
