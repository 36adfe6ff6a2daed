package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.report.RolloutEvent;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.rollout.Reverted;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.time.Instant;
import java.util.List;

/** What became of a rollout, as the report tells it. */
final class RolloutReports {

  private RolloutReports() {}

  /**
   * @param since the start of the run; what happened before belongs to an earlier one
   */
  static RolloutReport of(String environment, RolloutOutcome outcome, Instant since) {
    Reverted reverted = outcome.revertedBecause().orElse(null);
    List<RolloutEvent> events =
        outcome.events().stream()
            .filter(event -> !event.at().isBefore(since))
            .map(event -> new RolloutEvent(event.at(), event.phase().toString(), event.message()))
            .toList();
    return new RolloutReport(
        environment,
        outcome.activeColour().map(Object::toString).orElse(null),
        outcome.phase().toString(),
        outcome.activeRevisionNumber().orElse(0),
        reverted == null ? null : reverted.reason(),
        reverted == null ? null : reverted.signal(),
        reverted == null ? null : reverted.at(),
        events);
  }
}
