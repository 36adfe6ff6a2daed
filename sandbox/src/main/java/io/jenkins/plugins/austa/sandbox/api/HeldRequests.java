package io.jenkins.plugins.austa.sandbox.api;

import io.jenkins.plugins.austa.sandbox.fault.Partition;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that came in through a partition: they break at once or wait for its end. */
final class HeldRequests {
  private final Map<HttpConnection, String> held = new ConcurrentHashMap<>();

  /** Leaves a request without an answer. */
  void take(HttpServerRequest request, String token, Partition kind) {
    if (kind == Partition.BROKEN) {
      request.connection().close();
    } else {
      request.pause();
      held.put(request.connection(), token);
    }
  }

  /** Breaks the connections of a client's waiting requests; an empty token stands for all. */
  void breakOff(String token) {
    held.forEach(
        (connection, owner) -> {
          if (token.isEmpty() || token.equals(owner)) {
            held.remove(connection);
            connection.close();
          }
        });
  }
}
