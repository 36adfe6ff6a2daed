package io.jenkins.plugins.austa.sandbox.api;

import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.Consumer;

/** Does to requests what the faults in force want done to them. */
final class Disturbances {
  private static final Map<Integer, String> REASONS =
      Map.of(
          401, "Unauthorized",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          410, "Expired",
          422, "Invalid",
          429, "TooManyRequests",
          503, "ServiceUnavailable",
          504, "Timeout");

  private final Vertx vertx;

  Disturbances(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Disturbs a request.
   *
   * @param serve answers it
   * @param carryOut carries it out and answers nothing, given its body
   */
  void disturb(
      HttpServerRequest request, ApiEffect effect, Runnable serve, Consumer<Buffer> carryOut) {
    switch (effect.kind()) {
      case DROP -> request.connection().close();
      case STATUS -> refuse(request, effect.status());
      case DROP_ANSWER ->
          request
              .body()
              .onSuccess(
                  body -> {
                    carryOut.accept(body);
                    request.connection().close();
                  });
      default -> {
        request.pause();
        long delay = Math.max(1, effect.latency().toMillis());
        vertx.setTimer(
            delay,
            id -> {
              request.resume();
              serve.run();
            });
      }
    }
  }

  private static void refuse(HttpServerRequest request, int status) {
    if (status == 429) {
      request.response().putHeader("Retry-After", "1");
    }
    String reason = REASONS.getOrDefault(status, "InternalError");
    ApiFront.send(
        request.response(), status, ApiException.status(status, reason, "injected by the sandbox"));
  }
}
