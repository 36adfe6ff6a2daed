package io.jenkins.plugins.austa.sandbox.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a client's WebSocket handshake on to another server and, once that agrees, every byte both
 * ways until one side closes. Nothing that happens to routes meanwhile touches it.
 */
public final class UpgradeTunnel {
  private static final Logger LOGGER = LoggerFactory.getLogger(UpgradeTunnel.class);
  private static final int MOST_TUNNELS = 10_000;
  private static final Set<String> FRAMING = Set.of("transfer-encoding", "content-length");

  private final HttpClient client;

  public UpgradeTunnel(Vertx vertx) {
    // Tunnels are held long; among ordinary requests they would use their pool up.
    this.client = Loopback.client(vertx, new HttpClientOptions().setMaxPoolSize(MOST_TUNNELS));
  }

  /** Whether a client asks for a WebSocket. */
  public static boolean isAskedFor(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /**
   * Asks a server for the upgrade the client asks for.
   *
   * @param passes names of the client's headers, in lower case, that are passed on
   * @return fails when the server cannot be reached or breaks off; the client has no answer then
   */
  public Future<Void> open(
      HttpServerRequest request, RequestOptions server, Predicate<String> passes) {
    request.pause();
    return client
        .request(server)
        .compose(outgoing -> ask(request, outgoing, passes))
        .compose(answer -> answered(request, answer));
  }

  private static Future<HttpClientResponse> ask(
      HttpServerRequest request, HttpClientRequest outgoing, Predicate<String> passes) {
    request
        .headers()
        .forEach(
            header -> {
              if (passes.test(header.getKey().toLowerCase(Locale.ROOT))) {
                outgoing.headers().add(header.getKey(), header.getValue());
              }
            });
    // Every tunnel ends by its connection being closed; nobody needs to hear of that.
    outgoing.exceptionHandler(e -> LOGGER.debug("A tunnel was closed", e));
    return outgoing
        .connect()
        .onSuccess(
            answer -> {
              // What the server says first must wait until the client's side is ready for it.
              if (answer.statusCode() == 101) {
                answer.netSocket().pause();
              } else {
                answer.pause();
              }
            });
  }

  private static Future<Void> answered(HttpServerRequest request, HttpClientResponse answer) {
    HttpServerResponse response = request.response();
    response.setStatusCode(answer.statusCode());
    answer
        .headers()
        .forEach(
            header -> {
              if (!FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                response.headers().add(header.getKey(), header.getValue());
              }
            });
    if (answer.statusCode() != 101) {
      Future<Buffer> body = answer.body();
      answer.resume();
      request.resume();
      return body.compose(response::end);
    }
    NetSocket server = answer.netSocket();
    // A client that leaves in between must not leave the server's side open.
    response.closeHandler(left -> server.close());
    return request
        .toNetSocket()
        .onSuccess(user -> join(user, server))
        .onFailure(e -> server.close())
        .mapEmpty();
  }

  private static void join(NetSocket user, NetSocket server) {
    // A side that breaks is noticed by its pipe, which then ends the other.
    user.pipeTo(server);
    server.pipeTo(user);
  }
}
