package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A percentile over the time that a Service takes to answer, asked one request after the other
 * through the API server's proxy; so the proxy's own time is in it.
 */
public final class Latency implements Signal {

  public static final String NAME = "latency";

  private static final int SERVER_ERROR = 500;
  private static final int WHOLE = 100;

  private final HttpProbe apiServer;
  private final ProxiedService service;
  private final String path;
  private final LatencyLimit limit;

  /**
   * @param apiServer takes paths on the API server, see {@link ApiServerProbe}
   * @param path absolute path of the service
   */
  public Latency(HttpProbe apiServer, ProxiedService service, String path, LatencyLimit limit) {
    this.apiServer = apiServer;
    this.service = service;
    this.path = path;
    this.limit = limit;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return sample(new ArrayList<>());
  }

  private CompletableFuture<SignalVerdict> sample(List<Duration> taken) {
    if (taken.size() == limit.samples()) {
      return CompletableFuture.completedFuture(decide(taken));
    }
    return apiServer
        .get(service.address(path))
        .thenCompose(
            answer -> {
              if (answer.trouble().isPresent() || answer.status() >= SERVER_ERROR) {
                return CompletableFuture.completedFuture(unknown(answer, taken.size()));
              }
              taken.add(answer.took());
              return sample(taken);
            });
  }

  /** By nearest rank: the smallest time within which that share of the requests was answered. */
  SignalVerdict decide(List<Duration> taken) {
    List<Duration> sorted = taken.stream().sorted().toList();
    int rank = (int) Math.ceil(limit.percentile() / (double) WHOLE * sorted.size());
    Duration observed = sorted.get(Math.max(1, rank) - 1);
    String text =
        asked()
            + " has a 0."
            + String.format("%02d", limit.percentile())
            + " quantile of "
            + observed.toMillis()
            + " ms over "
            + sorted.size()
            + " requests";
    Measurement measured = measured(observed.toMillis() + " ms");
    return observed.compareTo(limit.limit()) > 0
        ? new SignalVerdict.Failed(
            measured, text + ", above the limit of " + limit.limit().toMillis() + " ms")
        : new SignalVerdict.Passed(
            measured, text + ", within the limit of " + limit.limit().toMillis() + " ms");
  }

  private SignalVerdict unknown(ProbeAnswer answer, int before) {
    String why = answer.trouble().orElseGet(() -> "it answered HTTP " + answer.status());
    return new SignalVerdict.Inconclusive(
        measured("no answer"),
        asked() + " is unknown: request " + (before + 1) + " has no time that counts, " + why);
  }

  private String asked() {
    return NAME + ": GET " + path + " of " + service.name();
  }

  private Measurement measured(String observed) {
    return new Measurement(
        NAME, Duration.ZERO, "at most " + limit.limit().toMillis() + " ms", observed);
  }
}
