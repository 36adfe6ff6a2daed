package io.jenkins.plugins.austa.engine.rollout;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs actions one after the other; the first failure takes the rollout back. */
final class RecipeRunner {

  private final RolloutSession session;

  RecipeRunner(RolloutSession session) {
    this.session = session;
  }

  CompletableFuture<RolloutOutcome> run(List<Action> actions) {
    return from(0, actions);
  }

  private CompletableFuture<RolloutOutcome> from(int index, List<Action> actions) {
    Action action = actions.get(index);
    return attempt(action)
        .exceptionally(failure -> broken(index, action, failure))
        .thenCompose(
            result -> {
              if (result instanceof ActionResult.Failed failed) {
                return new RevertTraffic(failed.signal(), failed.message()).run(session);
              }
              boolean goesOn =
                  result instanceof ActionResult.Done || result instanceof ActionResult.NothingToDo;
              return goesOn && index + 1 < actions.size()
                  ? from(index + 1, actions)
                  : CompletableFuture.completedFuture(outcome(result));
            });
  }

  /**
   * What an operation has begun, a cluster that fails between two actions must not leave half done.
   * Before the first action nothing was begun.
   */
  private static ActionResult broken(int index, Action action, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (index > 0 && cause instanceof ClusterException && action.revertsWhenBroken()) {
      return new ActionResult.Failed(action.name(), cause.getMessage());
    }
    throw new CompletionException(cause);
  }

  private RolloutOutcome outcome(ActionResult result) {
    boolean succeeded =
        result instanceof ActionResult.Ended ended
            ? ended.succeeded()
            : !(result instanceof ActionResult.Held);
    return RolloutOutcome.of(succeeded, result.message(), session.record());
  }

  private CompletableFuture<ActionResult> attempt(Action action) {
    return session
        .call(() -> ready(action))
        .thenCompose(
            nothing ->
                nothing.isPresent()
                    ? CompletableFuture.completedFuture(said(nothing.get()))
                    : guarded(action));
  }

  private Optional<ActionResult> ready(Action action) {
    RolloutRecord record = session.load();
    requireOurs(action, record);
    Optional<ActionResult> nothing = action.nothingToDo(record);
    if (nothing.isPresent()) {
      return nothing;
    }
    session.hold();
    // Somebody may have written between the first look and the lease.
    requireOurs(action, session.load());
    return action.nothingToDo(session.record());
  }

  private void requireOurs(Action action, RolloutRecord record) {
    boolean begun = record.phase() != Phase.IDLE;
    if (action.forHolderOnly() && begun && !record.holder().equals(session.holder())) {
      throw new NotYourRolloutException(
          "The rollout in "
              + record.phase()
              + " belongs to build "
              + record.holder()
              + ", not to "
              + session.holder()
              + ". Prepare a rollout of your own first.");
    }
  }

  private ActionResult said(ActionResult nothing) {
    if (!(nothing instanceof ActionResult.Failed)) {
      session.log(nothing.message());
    }
    return nothing;
  }

  private CompletableFuture<ActionResult> guarded(Action action) {
    return action
        .run(session)
        .exceptionally(
            failure -> {
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (cause instanceof ClusterException && action.revertsWhenBroken()) {
                return new ActionResult.Failed(action.name(), cause.getMessage());
              }
              throw new CompletionException(cause);
            });
  }
}
