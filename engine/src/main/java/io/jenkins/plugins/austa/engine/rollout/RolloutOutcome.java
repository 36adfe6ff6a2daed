package io.jenkins.plugins.austa.engine.rollout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an operation ended.
 *
 * @param succeeded whether what the operation promises holds now, also when there was nothing left
 *     to do
 * @param message one sentence for the build log
 * @param activeColour the colour that carries traffic by the record; empty before the first switch
 * @param revertedBecause why the latest rollout went back; empty when it did not
 * @param events what happened, oldest first
 */
public record RolloutOutcome(
    boolean succeeded,
    String message,
    Phase phase,
    Optional<Colour> activeColour,
    OptionalInt activeRevisionNumber,
    Optional<Reverted> revertedBecause,
    List<RolloutEvent> events,
    RolloutRecord record) {

  static RolloutOutcome of(boolean succeeded, String message, RolloutRecord record) {
    return new RolloutOutcome(
        succeeded,
        message,
        record.phase(),
        record.activeRevision().map(Revision::colour),
        record
            .activeRevision()
            .map(active -> OptionalInt.of(active.number()))
            .orElse(OptionalInt.empty()),
        Optional.ofNullable(record.revertedBecause()),
        record.events(),
        record);
  }
}
