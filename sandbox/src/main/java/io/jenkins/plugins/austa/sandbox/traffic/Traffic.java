package io.jenkins.plugins.austa.sandbox.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
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
 * that a server that stalls cannot hide it.
 */
public final class Traffic implements AutoCloseable {
  private static final long TIMEOUT_MILLIS = 10_000;
  private static final long TICK_MILLIS = 2;

  private final AtomicBoolean ended = new AtomicBoolean();
  private final URI entry;
  private final List<String> paths;
  private final int perSecond;
  private final TrafficStats stats = new TrafficStats();
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private final Vertx vertx;
  private final HttpClient client;
  private long started;
  private long sent;
  private long inFlight;
  private boolean stopping;

  private Traffic(URI entry, List<String> paths, int perSecond) {
    this.entry = entry;
    this.paths = List.copyOf(paths);
    this.perSecond = perSecond;
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
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(256).setConnectTimeout((int) TIMEOUT_MILLIS));
  }

  /**
   * Starts sending GET requests.
   *
   * @param paths paths to ask for, in turn
   */
  public static Traffic start(URI entry, List<String> paths, int requestsPerSecond) {
    if (paths.isEmpty() || requestsPerSecond < 1) {
      throw new IllegalArgumentException(
          "Traffic needs at least one path and one request a second");
    }
    Traffic traffic = new Traffic(entry, paths, requestsPerSecond);
    traffic.vertx.runOnContext(v -> traffic.begin());
    return traffic;
  }

  /** What has come of it until now. */
  public TrafficReport soFar() {
    return stats.report();
  }

  /** Sends no more, waits for the answers still to come and tells what came of it all. */
  public TrafficReport stop() {
    vertx.runOnContext(
        v -> {
          stopping = true;
          finishWhenAnswered();
        });
    try {
      answered.get(TIMEOUT_MILLIS * 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Requests are still not answered after their time-out", e);
    } finally {
      close();
    }
    return stats.report();
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
          stopping = true;
          vertx.close().onComplete(done -> closed.complete(null));
        });
    closed.join();
  }

  private void begin() {
    started = System.nanoTime();
    vertx.setPeriodic(TICK_MILLIS, id -> sendDue());
  }

  /** All runs on one event loop, so nothing here needs a lock. */
  private void sendDue() {
    while (!stopping && due(sent) <= System.nanoTime()) {
      send(due(sent), paths.get((int) (sent % paths.size())));
      sent++;
    }
  }

  private long due(long index) {
    return started + index * TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  private void send(long due, String path) {
    int second = (int) TimeUnit.NANOSECONDS.toSeconds(due - started);
    stats.sent(second);
    inFlight++;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(entry.getHost())
            .setPort(entry.getPort())
            .setURI(path)
            .setTimeout(TIMEOUT_MILLIS);
    client
        .request(options)
        .compose(request -> request.send())
        .compose(answer -> answer.body().map(answer))
        .onSuccess(answer -> take(second, due, path, answer))
        .onFailure(e -> stats.failed(second, null, System.nanoTime() - due, path + ": " + e))
        .onComplete(
            done -> {
              inFlight--;
              finishWhenAnswered();
            });
  }

  private void take(int second, long due, String path, HttpClientResponse answer) {
    String colour = answer.getHeader("X-Austa-Colour");
    long latency = System.nanoTime() - due;
    if (answer.statusCode() / 100 == 2) {
      stats.succeeded(second, colour, latency);
    } else {
      stats.failed(second, colour, latency, path + ": HTTP " + answer.statusCode());
    }
  }

  private void finishWhenAnswered() {
    if (stopping && inFlight == 0) {
      answered.complete(null);
    }
  }
}
