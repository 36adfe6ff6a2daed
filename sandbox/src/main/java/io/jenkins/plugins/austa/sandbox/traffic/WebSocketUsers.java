package io.jenkins.plugins.austa.sandbox.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Users who each hold one WebSocket open and talk on it. Used on one event loop only. */
final class WebSocketUsers {
  private static final long AGAIN_MILLIS = 50;

  private final Vertx vertx;
  private final URI entry;
  private final TrafficOptions options;
  private final WebSocketClient client;
  private final WebSocketStats stats = new WebSocketStats();
  private final Set<WebSocketUser> users = new HashSet<>();
  private Runnable allLeft = () -> {};
  private int opening;
  private boolean leaving;

  WebSocketUsers(Vertx vertx, URI entry, TrafficOptions options) {
    this.vertx = vertx;
    this.entry = entry;
    this.options = options;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(options.webSockets() + 1));
  }

  WebSocketReport report() {
    return stats.report();
  }

  void begin() {
    for (int i = 0; i < options.webSockets(); i++) {
      open(new Conversation());
    }
  }

  /** Has everybody leave once the message under way has come back. */
  void leave(Runnable whenAllLeft) {
    leaving = true;
    allLeft = whenAllLeft;
    Set.copyOf(users).forEach(WebSocketUser::leave);
    tellWhenAllLeft();
  }

  private void open(Conversation conversation) {
    opening++;
    WebSocketConnectOptions target = new WebSocketConnectOptions();
    target
        .setHost(entry.getHost())
        .setPort(entry.getPort())
        .setURI(options.webSocketPath())
        .setTimeout(options.echoDeadline().toMillis());
    if (!options.host().isEmpty()) {
      target.putHeader("Host", options.host());
    }
    client
        .connect(target)
        .onComplete(
            connected -> {
              opening--;
              if (connected.succeeded()) {
                opened(connected.result(), conversation);
              } else {
                stats.refused(String.valueOf(connected.cause().getMessage()));
                openAgain(conversation);
              }
            });
  }

  private void opened(WebSocket socket, Conversation conversation) {
    WebSocketUser user = new WebSocketUser(vertx, socket, options, stats, conversation);
    users.add(user);
    user.begin(
        () -> {
          users.remove(user);
          openAgain(conversation);
        });
    if (leaving) {
      user.leave();
    }
  }

  private void openAgain(Conversation conversation) {
    if (leaving) {
      tellWhenAllLeft();
    } else {
      vertx.setTimer(
          AGAIN_MILLIS,
          id -> {
            if (!leaving) {
              open(conversation);
            }
          });
    }
  }

  private void tellWhenAllLeft() {
    if (users.isEmpty() && opening == 0) {
      allLeft.run();
    }
  }
}
