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
  private final Conversation conversation;
  private final String colour;
  private Runnable gone = () -> {};
  private long deadline = -1;
  private boolean leaving;
  private boolean ended;

  WebSocketUser(
      Vertx vertx,
      WebSocket socket,
      TrafficOptions options,
      WebSocketStats stats,
      Conversation conversation) {
    this.vertx = vertx;
    this.socket = socket;
    this.options = options;
    this.stats = stats;
    this.conversation = conversation;
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
    if (!conversation.isWaiting() && !ended) {
      end();
      stats.closed(colour);
      socket.close(NORMAL).onComplete(closed -> gone.run());
    }
  }

  private void send() {
    if (ended || leaving) {
      return;
    }
    if (!conversation.isWaiting()) {
      stats.said();
    }
    socket.writeTextMessage(conversation.say());
    deadline =
        vertx.setTimer(options.echoDeadline().toMillis(), id -> breaks(0, "no echo in time"));
  }

  private void take(String message) {
    if (ended || !conversation.takes(message)) {
      return;
    }
    stats.message();
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
