package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open WebSockets of one pod. It says first who it is, as JSON, and then answers each message
 * with the same message.
 */
final class PodSockets {
  private static final Logger LOGGER = LoggerFactory.getLogger(PodSockets.class);
  private static final short GOING_AWAY = 1001;

  private final Vertx vertx;
  private final PodIdentity identity;
  private final Supplier<Duration> delay;
  private final Set<ServerWebSocket> open = ConcurrentHashMap.newKeySet();
  private final Set<ServerWebSocket> told = ConcurrentHashMap.newKeySet();
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

  /**
   * @param delay how much later than at once an answer comes
   */
  PodSockets(Vertx vertx, PodIdentity identity, Supplier<Duration> delay) {
    this.vertx = vertx;
    this.identity = identity;
    this.delay = delay;
  }

  /**
   * Agrees to a handshake; completes when that is sent. Headers put into the response go out with
   * the agreement.
   */
  Future<Void> accept(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    return request.toWebSocket().onSuccess(socket -> opened(connection, socket)).mapEmpty();
  }

  /**
   * Tells every client that has not been told that the server goes away (1001).
   *
   * @return whether all have left
   */
  boolean goAway() {
    for (ServerWebSocket socket : open) {
      if (told.add(socket)) {
        socket.close(GOING_AWAY, "the pod terminates");
      }
    }
    return open.isEmpty();
  }

  /** Breaks every connection off without a word, as a process that is killed does. */
  void breakOff() {
    for (HttpConnection connection : connections) {
      // From the first handler on outwards: Vert.x's own would say goodbye.
      ((ConnectionBase) connection).channel().pipeline().firstContext().close();
    }
  }

  private void opened(HttpConnection connection, ServerWebSocket socket) {
    open.add(socket);
    connections.add(connection);
    socket.exceptionHandler(e -> LOGGER.debug("A WebSocket broke", e));
    socket.closeHandler(
        closed -> {
          open.remove(socket);
          connections.remove(connection);
          told.remove(socket);
        });
    socket.textMessageHandler(text -> later(() -> socket.writeTextMessage(text)));
    socket.binaryMessageHandler(bytes -> later(() -> socket.writeBinaryMessage(bytes)));
    later(() -> socket.writeTextMessage(greeting()));
  }

  private void later(Runnable answer) {
    long millis = delay.get().toMillis();
    if (millis == 0) {
      answer.run();
    } else {
      vertx.setTimer(millis, id -> answer.run());
    }
  }

  private String greeting() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("service", env("AUSTA_SERVICE"));
    fields.put("colour", env("AUSTA_COLOUR"));
    fields.put("revision", env("AUSTA_REVISION"));
    fields.put("pod", identity.pod());
    return Serialization.asJson(fields);
  }

  private String env(String name) {
    return identity.env().getOrDefault(name, "");
  }
}
