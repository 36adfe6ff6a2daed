package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Gives a candidate that is installed and scaled to zero as many pods as the active revision has.
 */
final class BringUpKept implements Action {

  @Override
  public String name() {
    return "scale-up";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    return RolloutEnd.of(record).or(() -> turn(record));
  }

  private static Optional<ActionResult> turn(RolloutRecord record) {
    boolean early = record.phase() == Phase.PREPARING || record.phase() == Phase.CHECKING;
    if (early && record.candidate().installedAs() != null) {
      return Optional.empty();
    }
    return Optional.of(
        new ActionResult.NothingToDo(
            "Nothing to scale up: "
                + record.candidate().label()
                + (early ? " is installed anew" : " has its pods already")));
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    Revision candidate = session.record().candidate();
    return ColourClaim.look(session, candidate)
        .thenCompose(claim -> session.call(session::confirm).thenCompose(same -> claim.take()))
        .thenApply(
            taken -> {
              String text = "Scaled up " + candidate.label();
              session.log(text);
              return new ActionResult.Done(text);
            });
  }
}
