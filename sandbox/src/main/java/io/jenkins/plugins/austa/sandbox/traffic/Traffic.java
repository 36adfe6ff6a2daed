package io.jenkins.plugins.austa.sandbox.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Users at a constant rate: each request is sent when it is due, whatever has become of those
 * before, over connections that are kept alive. Latencies count from when a request was due, so
 * that a server that stalls cannot hide it. Beside the requests WebSockets can be held open.
 */
public final class Traffic implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 2 * HttpUsers.TIMEOUT_MILLIS;

  private final AtomicBoolean ended = new AtomicBoolean();
  private final CompletableFuture<Void> requestsAnswered = new CompletableFuture<>();
  private final CompletableFuture<Void> socketsClosed = new CompletableFuture<>();
  private final Vertx vertx;
  private final HttpUsers requests;
  private final WebSocketUsers sockets;

  private Traffic(URI entry, TrafficOptions options) {
    // All of it runs on one event loop of its own, so nothing here needs a lock.
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.requests = new HttpUsers(vertx, entry, options);
    this.sockets = new WebSocketUsers(vertx, entry, options);
  }

  /**
   * Starts sending GET requests.
   *
   * @param paths paths to ask for, in turn
   */
  public static Traffic start(URI entry, List<String> paths, int requestsPerSecond) {
    return start(entry, TrafficOptions.of(paths, requestsPerSecond));
  }

  /** Starts what the options say. */
  public static Traffic start(URI entry, TrafficOptions options) {
    Traffic traffic = new Traffic(entry, options);
    traffic.vertx.runOnContext(
        v -> {
          traffic.sockets.begin();
          traffic.requests.begin();
        });
    return traffic;
  }

  /** What has come of it until now. */
  public TrafficReport soFar() {
    return requests.stats().report(sockets.report());
  }

  /**
   * Sends no more, waits for the answers still to come, closes the WebSockets and tells what came
   * of it all.
   */
  public TrafficReport stop() {
    vertx.runOnContext(
        v -> {
          requests.leave(() -> requestsAnswered.complete(null));
          sockets.leave(() -> socketsClosed.complete(null));
        });
    try {
      CompletableFuture.allOf(requestsAnswered, socketsClosed)
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Requests are still not answered after their time-out", e);
    } finally {
      close();
    }
    return soFar();
  }

  /** Ends at once; answers still to come are not waited for. Does nothing when it has ended. */
  @Override
  public void close() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    CompletableFuture<Void> closed = new CompletableFuture<>();
    vertx.runOnContext(
        v -> {
          requests.leave(() -> {});
          sockets.leave(() -> {});
          vertx.close().onComplete(done -> closed.complete(null));
        });
    closed.join();
  }
}
