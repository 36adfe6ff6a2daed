package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.DurationText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Scales the previous colour to zero once nobody is answered by it any more; its Helm release stays
 * as the way back.
 */
final class RetirePrevious implements Action {

  @Override
  public String name() {
    return "retire";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    Optional<ActionResult> ended = RolloutEnd.of(record);
    if (ended.isEmpty() && record.phase() != Phase.RETIRING) {
      throw new NotYourRolloutException(
          record.candidate().label()
              + " is not verified, the rollout is "
              + record.phase()
              + "; nothing is retired before. Switch and verify first.");
    }
    return ended;
  }

  /**
   * Traffic is well on a verified revision; that old pods could not be removed is no reason to move
   * it.
   */
  @Override
  public boolean revertsWhenBroken() {
    return false;
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    Optional<Revision> previous = session.record().previousRevision();
    if (previous.isEmpty()) {
      return session.call(() -> end(session, "there was no revision before to retire"));
    }
    Revision active = session.record().active();
    return session
        .waitFor(
            List.of(session.signals().convergence(active)), session.settings().convergenceTimeout())
        .thenCompose(
            verdict -> {
              ActionResult result =
                  InconclusivePolicy.apply(verdict, session.settings().onInconclusive());
              return result instanceof ActionResult.Done
                  ? drainAndRetire(session, previous.get())
                  : CompletableFuture.completedFuture(result);
            });
  }

  private static CompletableFuture<ActionResult> drainAndRetire(
      RolloutSession session, Revision previous) {
    session.log(
        "Draining " + previous.label() + " for " + DurationText.of(session.settings().drain()));
    return session
        .pause(session.settings().drain())
        .thenCompose(drained -> session.call(() -> retire(session, previous)));
  }

  private static ActionResult retire(RolloutSession session, Revision previous) {
    session.hold();
    int changed = session.workloads().retire(session::confirm, previous.colour());
    return end(
        session,
        changed == 0
            ? previous.label() + " was at zero already"
            : previous.label() + " is scaled to zero, its release is kept as the way back");
  }

  private static ActionResult end(RolloutSession session, String retired) {
    Revision active = session.record().active();
    String text = active.label() + " serves; " + retired;
    session.say(Phase.DONE, text);
    session.save(
        draft ->
            draft
                .phase(Phase.DONE)
                .candidate(null)
                .ended(
                    new PastRevision(active, Phase.DONE, session.now()),
                    session.settings().historyLimit()));
    session.releaseLease();
    return new ActionResult.Done(text);
  }
}
