package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.RolloutEvent;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The phases of a rollout as spans of time, made from its events. */
final class RolloutPhases {
  /**
   * One phase: from its first event until the next phase's first.
   *
   * @param start in milliseconds since the start of the run
   * @param end in milliseconds since the start of the run
   * @param isLast whether the rollout came to rest in it, so far
   */
  record Phase(
      int number, String name, long start, long end, List<RolloutEvent> events, boolean isLast) {
    /** Whether this is the way back. */
    boolean isRevert() {
      return name.startsWith("revert");
    }
  }

  private RolloutPhases() {}

  /** In the order of their first events; events without a time are not shown. */
  static List<Phase> of(RolloutReport rollout, Instant runStart) {
    List<RolloutEvent> events =
        rollout.events().stream().filter(event -> event.at() != null).toList();
    List<Phase> phases = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= events.size(); i++) {
      if (i < events.size() && name(events.get(i)).equals(name(events.get(begin)))) {
        continue;
      }
      RolloutEvent next = events.get(Math.min(i, events.size() - 1));
      phases.add(
          new Phase(
              phases.size() + 1,
              name(events.get(begin)),
              offset(runStart, events.get(begin).at()),
              offset(runStart, next.at()),
              events.subList(begin, i),
              i == events.size()));
      begin = i;
    }
    return phases;
  }

  static long offset(Instant runStart, Instant at) {
    return Duration.between(runStart, at).toMillis();
  }

  private static String name(RolloutEvent event) {
    return event.phase() == null ? "unknown" : event.phase();
  }
}
