package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the rollout.
 *
 * @param environment such as {@code production}
 * @param active colour that carries traffic now
 * @param phase that the rollout is in or ended in
 * @param revision that carries traffic now; 0 when it is not known
 * @param revertedBecause one line; null when traffic was not taken back
 * @param revertedSignal name of the signal that decided; null when traffic was not taken back
 * @param revertedAt when that was decided; null when traffic was not taken back
 * @param events in the order in which they happened
 */
public record RolloutReport(
    String environment,
    String active,
    String phase,
    int revision,
    String revertedBecause,
    String revertedSignal,
    Instant revertedAt,
    List<RolloutEvent> events) {

  public RolloutReport {
    events = Absent.orEmpty(events);
  }

  /** Whether traffic was taken back to the colour before. */
  public boolean reverted() {
    return revertedBecause != null;
  }

  /**
   * The same rollout with at most {@code most} events: the last ones, and before them one that says
   * how many are missing.
   */
  public RolloutReport capped(int most) {
    if (events.size() <= most) {
      return this;
    }
    int cut = events.size() - most + 1;
    RolloutEvent last = events.get(cut - 1);
    List<RolloutEvent> kept = new ArrayList<>();
    kept.add(new RolloutEvent(last.at(), last.phase(), cut + " earlier events are left out"));
    kept.addAll(events.subList(cut, events.size()));
    return new RolloutReport(
        environment, active, phase, revision, revertedBecause, revertedSignal, revertedAt, kept);
  }
}
