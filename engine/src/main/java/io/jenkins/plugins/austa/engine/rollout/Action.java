package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One step of the recipe. May be run again at any point: it compares what is with what should be.
 */
interface Action {

  /**
   * A verb or two, for messages and as the signal of a revert when the action itself could not be
   * done.
   */
  String name();

  /**
   * Why there is nothing to do, decided from the record alone and before the lease is taken.
   *
   * @throws RolloutException if it is not this action's turn
   */
  Optional<ActionResult> nothingToDo(RolloutRecord record);

  /** Does it. The lease is held and the record is the latest. */
  CompletableFuture<ActionResult> run(RolloutSession session);

  /** Whether only the build that began the rollout may do this. */
  default boolean forHolderOnly() {
    return true;
  }

  /**
   * Whether the rollout goes back when the action breaks, not only when it says that the candidate
   * failed.
   */
  default boolean revertsWhenBroken() {
    return true;
  }
}
