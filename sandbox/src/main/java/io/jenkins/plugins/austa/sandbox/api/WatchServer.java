package io.jenkins.plugins.austa.sandbox.api;

import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Serves watches over WebSocket and as a chunked answer, one line an event. */
final class WatchServer {
  private final Vertx vertx;
  private final ObjectStore store;
  private final ApiFaults faults;
  private final Map<Runnable, String> open = new ConcurrentHashMap<>();

  WatchServer(Vertx vertx, ObjectStore store, ApiFaults faults) {
    this.vertx = vertx;
    this.store = store;
    this.faults = faults;
  }

  static boolean isUpgrade(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** Breaks the connection of a client's open watches; an empty token stands for all clients. */
  void drop(String token) {
    open.forEach(
        (drop, owner) -> {
          if (token.isEmpty() || token.equals(owner)) {
            drop.run();
          }
        });
  }

  /** Answers a watch. Must be called on the request's event loop. */
  void serve(HttpServerRequest request, ApiRequest watch) {
    Selection selection = watch.selection();
    if (isUpgrade(request)) {
      request.toWebSocket().onSuccess(socket -> socket(socket, request, watch, selection));
    } else {
      chunked(request, watch, selection);
    }
  }

  private void socket(
      ServerWebSocket socket, HttpServerRequest request, ApiRequest watch, Selection selection) {
    Runnable drop = () -> request.connection().close();
    // The handlers come first: a watch from too long ago ends as soon as it is followed.
    AtomicReference<Runnable> done = new AtomicReference<>(() -> {});
    socket.closeHandler(v -> done.get().run());
    socket.exceptionHandler(e -> done.get().run());
    done.set(
        follow(watch, selection, socket::writeTextMessage, () -> socket.close((short) 1000), drop));
  }

  private void chunked(HttpServerRequest request, ApiRequest watch, Selection selection) {
    HttpServerResponse response = request.response();
    response.setChunked(true).putHeader("Content-Type", "application/json");
    // The head alone tells the client that the watch is open; it may wait long for an event.
    response.write("\n");
    Runnable drop = () -> request.connection().close();
    AtomicReference<Runnable> done = new AtomicReference<>(() -> {});
    response.closeHandler(v -> done.get().run());
    response.exceptionHandler(e -> done.get().run());
    done.set(
        follow(watch, selection, line -> response.write(line + "\n"), () -> response.end(), drop));
  }

  /** Starts the stream; the result ends it. */
  private Runnable follow(
      ApiRequest watch, Selection selection, Consumer<String> write, Runnable end, Runnable drop) {
    Context context = vertx.getOrCreateContext();
    // Events come from the threads that make the changes; the context keeps their order.
    String token = watch.caller().token();
    Consumer<String> sink =
        line -> {
          // What a partition swallows is lost on this watch; its end breaks it.
          if (faults.partition(token).isEmpty()) {
            context.runOnContext(v -> write.accept(line));
          }
        };
    WatchStream stream = new WatchStream(store, watch.path(), selection, sink);
    EventLog.Subscription subscription;
    try {
      subscription = stream.open(watch.query().get("resourceVersion"));
    } catch (ApiException e) {
      write.accept(WatchStream.error(e));
      end.run();
      return () -> {};
    }
    Runnable dropHere = () -> context.runOnContext(v -> drop.run());
    open.put(dropHere, token);
    long timer = timeout(watch, end);
    return () -> {
      vertx.cancelTimer(timer);
      subscription.close();
      open.remove(dropHere);
    };
  }

  private long timeout(ApiRequest watch, Runnable end) {
    String seconds = watch.query().get("timeoutSeconds");
    long limit = seconds == null ? 3600 : Math.max(1, Long.parseLong(seconds));
    return vertx.setTimer(limit * 1000, id -> end.run());
  }
}
