package io.jenkins.plugins.austa.sandbox.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open WebSocket and the user at its end. Used on one event loop only. */
final class WebSocketUser {
  private static final Logger LOGGER = LoggerFactory.getLogger(WebSocketUser.class);
  private static final short NORMAL = 1000;
  private static final int BROKE_OFF = 1006;

  private final Vertx vertx;
  private final WebSocket socket;
  private final TrafficOptions options;
  private final WebSocketStats stats;
  private final String colour;
  private Runnable gone = () -> {};
  private String awaited = "";
  private long deadline = -1;
  private long count;
  private boolean leaving;
  private boolean ended;

  WebSocketUser(Vertx vertx, WebSocket socket, TrafficOptions options, WebSocketStats stats) {
    this.vertx = vertx;
    this.socket = socket;
    this.options = options;
    this.stats = stats;
    String named = socket.headers().get("X-Austa-Colour");
    this.colour = named == null ? "" : named;
  }

  /**
   * Starts talking.
   *
   * @param whenGone told once, when this WebSocket is no more
   */
  void begin(Runnable whenGone) {
    gone = whenGone;
    stats.opened(colour);
    socket.textMessageHandler(this::take);
    socket.closeHandler(closed -> closed());
    socket.exceptionHandler(e -> LOGGER.debug("A WebSocket broke", e));
    send();
  }

  /** Closes it, but not before the message under way is back. */
  void leave() {
    leaving = true;
    if (awaited.isEmpty() && !ended) {
      end();
      stats.closed(colour);
      socket.close(NORMAL).onComplete(closed -> gone.run());
    }
  }

  private void send() {
    if (ended || leaving) {
      return;
    }
    awaited = "message " + ++count;
    socket.writeTextMessage(awaited);
    deadline =
        vertx.setTimer(options.echoDeadline().toMillis(), id -> breaks(0, "no echo in time"));
  }

  private void take(String message) {
    if (ended || !message.equals(awaited)) {
      return;
    }
    stats.message();
    awaited = "";
    vertx.cancelTimer(deadline);
    if (leaving) {
      leave();
    } else {
      vertx.setTimer(options.messagePeriod().toMillis(), id -> send());
    }
  }

  private void closed() {
    if (ended) {
      return;
    }
    int status = socket.closeStatusCode() == null ? BROKE_OFF : socket.closeStatusCode();
    breaks(status, "closed by the server with " + status);
  }

  private void breaks(int status, String reason) {
    if (ended) {
      return;
    }
    end();
    stats.broken(colour, status, reason);
    socket.close();
    gone.run();
  }

  private void end() {
    ended = true;
    vertx.cancelTimer(deadline);
  }
}
