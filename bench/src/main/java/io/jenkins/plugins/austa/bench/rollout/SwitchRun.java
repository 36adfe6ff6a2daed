package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficOptions;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import io.jenkins.plugins.austa.sandbox.traffic.WebSocketReport;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Users at a constant rate while one version after the other is rolled out, every second of which
 * is taken back.
 */
final class SwitchRun {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final int rounds;
  private final int perSecond;
  private final int webSockets;
  private final long requests;

  /**
   * @param rounds how many versions are rolled out, and how many are taken back
   * @param requests how many requests are sent at least
   */
  SwitchRun(int rounds, int perSecond, int webSockets, long requests) {
    this.rounds = rounds;
    this.perSecond = perSecond;
    this.webSockets = webSockets;
    this.requests = requests;
  }

  /**
   * What came of it.
   *
   * @param traffic what users met
   * @param webSockets those that were open at a time
   * @param switches versions that got all traffic and kept it
   * @param reverts versions that got all traffic and lost it again
   */
  record Report(TrafficReport traffic, int webSockets, int switches, int reverts) {

    /**
     * WebSockets that were closed otherwise than by a pod that says that it goes away, that could
     * not be opened, or on which a message has not come back.
     */
    long webSocketsBroken() {
      WebSocketReport report = traffic.webSockets();
      return report.broken()
          - report.goingAway()
          + report.refused()
          + (report.said() - report.messages());
    }

    /** Requests a second, from the first to the last. */
    double perSecond() {
      // The last second has not been a whole one.
      return traffic.seconds().stream()
          .limit(Math.max(1, traffic.seconds().size() - 1))
          .mapToLong(TrafficReport.Second::sent)
          .average()
          .orElse(0);
    }
  }

  /**
   * Runs it.
   *
   * @param disturbance called with the cluster once users are on it
   */
  Report run(Consumer<SandboxCluster> disturbance) throws InterruptedException {
    try (Site site = new Site(settings())) {
      site.rollOut();
      try (Traffic traffic = Traffic.start(site.cluster().publicEntry(), options())) {
        Patience.until(
            "all WebSockets are open",
            PATIENCE,
            () -> traffic.soFar().webSockets().open() == webSockets);
        disturbance.accept(site.cluster());
        for (int i = 0; i < rounds; i++) {
          site.rollOut();
          site.takeBack();
        }
        Patience.until(
            requests + " requests are sent", PATIENCE, () -> traffic.soFar().sent() >= requests);
        return new Report(traffic.stop(), webSockets, rounds, rounds);
      }
    }
  }

  private TrafficOptions options() {
    return TrafficOptions.of(Release.PATHS, perSecond).withWebSockets(webSockets, Release.LIVE);
  }

  /** Short, but each of them is waited for as in earnest. */
  private static RolloutSettings settings() {
    return RolloutSettings.builder()
        .availableTimeout(Duration.ofSeconds(30))
        .convergenceTimeout(Duration.ofSeconds(10))
        .verifyWindow(Duration.ofSeconds(2))
        .verifyInterval(Duration.ofMillis(250))
        .pollInterval(Duration.ofMillis(100))
        .drain(Duration.ofMillis(500))
        .build();
  }
}
