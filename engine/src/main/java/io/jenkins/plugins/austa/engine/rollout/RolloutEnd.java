package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;

/** What every action after prepare answers when the rollout is over or has not begun. Pure. */
final class RolloutEnd {

  private RolloutEnd() {}

  /**
   * @throws NotYourRolloutException if nothing was prepared
   */
  static Optional<ActionResult> of(RolloutRecord record) {
    return switch (record.phase()) {
      case IDLE ->
          throw new NotYourRolloutException(
              "No rollout has been prepared for this release, so there is nothing to go on with."
                  + " Prepare one first.");
      case DONE ->
          Optional.of(
              new ActionResult.Ended(
                  "Nothing to do: " + record.active().label() + " serves already", true));
      case REVERTED ->
          Optional.of(
              new ActionResult.Ended(
                  "Nothing to do: the rollout was reverted" + because(record), false));
      case STOPPED ->
          Optional.of(
              new ActionResult.Ended(
                  "Nothing is done: the rollout has stopped"
                      + because(record)
                      + ". Look at it with 'austa status', then revert again or roll out a better"
                      + " revision.",
                  false));
      case REVERTING ->
          Optional.of(
              new ActionResult.Failed(
                  record.revertedBecause().signal(), record.revertedBecause().reason()));
      default -> Optional.empty();
    };
  }

  private static String because(RolloutRecord record) {
    return record.revertedBecause() == null
        ? ""
        : " because of "
            + record.revertedBecause().signal()
            + ": "
            + record.revertedBecause().reason();
  }
}
