package io.jenkins.plugins.austa.sandbox.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Users who send requests at a constant rate, each when it is due, over connections that are kept
 * alive. Used on one event loop only, but for the statistics.
 */
final class HttpUsers {
  static final int TIMEOUT_MILLIS = 10_000;
  private static final long TICK_MILLIS = 2;

  private final Vertx vertx;
  private final URI entry;
  private final TrafficOptions options;
  private final HttpClient client;
  private final TrafficStats stats = new TrafficStats();
  private Runnable allAnswered = () -> {};
  private long started;
  private long sent;
  private long inFlight;
  private boolean leaving;

  HttpUsers(Vertx vertx, URI entry, TrafficOptions options) {
    this.vertx = vertx;
    this.entry = entry;
    this.options = options;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(256).setConnectTimeout(TIMEOUT_MILLIS));
  }

  TrafficStats stats() {
    return stats;
  }

  void begin() {
    started = System.nanoTime();
    vertx.setPeriodic(TICK_MILLIS, id -> sendDue());
  }

  /** Sends no more, and tells when all that was sent is answered. */
  void leave(Runnable whenAllAnswered) {
    leaving = true;
    allAnswered = whenAllAnswered;
    tellWhenAllAnswered();
  }

  private void sendDue() {
    while (!leaving && due(sent) <= System.nanoTime()) {
      send(due(sent), options.paths().get((int) (sent % options.paths().size())));
      sent++;
    }
  }

  private long due(long index) {
    return started + index * TimeUnit.SECONDS.toNanos(1) / options.perSecond();
  }

  private void send(long due, String path) {
    int second = (int) TimeUnit.NANOSECONDS.toSeconds(due - started);
    stats.sent(second);
    inFlight++;
    RequestOptions target =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(entry.getHost())
            .setPort(entry.getPort())
            .setURI(path)
            .setTimeout(TIMEOUT_MILLIS);
    if (!options.host().isEmpty()) {
      target.putHeader("Host", options.host());
    }
    client
        .request(target)
        .compose(request -> request.send())
        .compose(answer -> answer.body().map(answer))
        .onComplete(
            done -> {
              if (done.succeeded()) {
                take(second, due, path, done.result());
              } else {
                stats.failed(second, null, System.nanoTime() - due, path + ": " + done.cause());
              }
              inFlight--;
              tellWhenAllAnswered();
            });
  }

  private void take(int second, long due, String path, HttpClientResponse answer) {
    String colour = answer.getHeader("X-Austa-Colour");
    long now = System.nanoTime();
    options.listener().answered(colour, now);
    long latency = now - due;
    if (answer.statusCode() / 100 == 2) {
      stats.succeeded(second, colour, latency);
    } else {
      stats.failed(second, colour, latency, path + ": HTTP " + answer.statusCode());
    }
  }

  private void tellWhenAllAnswered() {
    if (leaving && inFlight == 0) {
      allAnswered.run();
    }
  }
}
