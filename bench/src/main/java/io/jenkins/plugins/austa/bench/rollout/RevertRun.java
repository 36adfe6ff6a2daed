package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Takes one version after the other back because of a failed verdict; before each, a bare patch of
 * the entry moves the same users in the same direction.
 */
final class RevertRun {

  private static final String REVERTING = "Reverting ";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long QUIET_MILLIS = 150;

  private final int warmUp;
  private final int rounds;
  private final int perSecond;
  private final List<Crossing.Times> patches = new ArrayList<>();
  private final List<Crossing.Times> reverts = new ArrayList<>();

  /**
   * @param warmUp rounds before those that count
   */
  RevertRun(int warmUp, int rounds, int perSecond) {
    this.warmUp = warmUp;
    this.rounds = rounds;
    this.perSecond = perSecond;
  }

  /**
   * Medians.
   *
   * @param patchFirst milliseconds from a bare patch to the first answer of the other colour
   * @param patchLast to the last answer of the colour that is left
   * @param revertFirst the same from a failed verdict
   * @param revertLast likewise
   * @param failed requests that failed meanwhile
   */
  record Report(
      double patchFirst, double patchLast, double revertFirst, double revertLast, long failed) {}

  Report run() throws InterruptedException {
    Crossing crossing = new Crossing();
    try (Site site = new Site(settings())) {
      site.rollOut();
      TrafficOptions options = TrafficOptions.of(Release.PATHS, perSecond).withListener(crossing);
      try (Traffic traffic = Traffic.start(site.cluster().publicEntry(), options)) {
        for (int i = 0; i < warmUp + rounds; i++) {
          round(site, crossing);
          if (i < warmUp) {
            patches.clear();
            reverts.clear();
          }
        }
        return new Report(
            median(patches, Crossing.Times::firstMillis),
            median(patches, Crossing.Times::lastMillis),
            median(reverts, Crossing.Times::firstMillis),
            median(reverts, Crossing.Times::lastMillis),
            traffic.stop().failed());
      }
    }
  }

  private void round(Site site, Crossing crossing) throws InterruptedException {
    Colour back = Colour.BLUE;
    try (Rollout rollout = site.checked(line -> verdict(line, crossing, back))) {
      BarePatch patch = new BarePatch(site.client(), site.release().target());
      crossing.begin(back.other().toString());
      patch.to(back.other());
      settled(crossing);
      crossing.begin(back.toString());
      patch.to(back);
      settled(crossing);
      patches.add(crossing.times());
      site.metrics().failAfter(1);
      Site.require(Site.await(rollout.switchTraffic()), Phase.REVERTED);
      settled(crossing);
      reverts.add(crossing.times());
    } finally {
      site.metrics().trust();
    }
  }

  /** The first thing the engine does with a failed verdict is to say so. */
  private static void verdict(String line, Crossing crossing, Colour back) {
    if (line.startsWith(REVERTING)) {
      crossing.begin(back.toString());
    }
  }

  private static void settled(Crossing crossing) throws InterruptedException {
    Patience.until(
        "everybody is answered by one colour", PATIENCE, () -> crossing.isOver(QUIET_MILLIS));
  }

  private static RolloutSettings settings() {
    return RolloutSettings.builder()
        .availableTimeout(Duration.ofSeconds(30))
        .convergenceTimeout(Duration.ofSeconds(10))
        .verifyWindow(Duration.ofSeconds(2))
        .verifyInterval(Duration.ofMillis(250))
        .pollInterval(Duration.ofMillis(50))
        .drain(Duration.ofMillis(300))
        .build();
  }

  private static double median(
      List<Crossing.Times> times, ToDoubleFunction<Crossing.Times> figure) {
    double[] sorted = times.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
