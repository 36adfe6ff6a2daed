package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.DurationText;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Watches the candidate under users' traffic: first that they are answered by it, then for the
 * whole window that it answers well. After a crash the window begins anew.
 */
final class VerifyTraffic implements Action {

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    return RolloutEnd.of(record).or(() -> turn(record));
  }

  private static Optional<ActionResult> turn(RolloutRecord record) {
    return switch (record.phase()) {
      case VERIFYING -> Optional.empty();
      case RETIRING ->
          Optional.of(
              new ActionResult.NothingToDo(
                  "Nothing to verify: "
                      + record.candidate().label()
                      + " has proven itself already"));
      default ->
          throw new NotYourRolloutException(
              record.candidate().label() + " has no traffic to be verified with. Switch first.");
    };
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    Revision candidate = session.record().candidate();
    RolloutSettings settings = session.settings();
    session.log(
        "Verifying " + candidate.label() + " for " + DurationText.of(settings.verifyWindow()));
    return session
        .waitFor(List.of(session.signals().convergence(candidate)), settings.convergenceTimeout())
        .thenCompose(verdict -> watch(session, candidate, verdict))
        .thenCompose(
            verdict ->
                session.call(
                    () ->
                        end(
                            session,
                            candidate,
                            InconclusivePolicy.apply(verdict, settings.onInconclusive()))));
  }

  private static CompletableFuture<SignalVerdict> watch(
      RolloutSession session, Revision candidate, SignalVerdict converged) {
    session.log(converged.reason());
    if (!(converged instanceof SignalVerdict.Passed)) {
      return CompletableFuture.completedFuture(converged);
    }
    return session.watch(
        session.signals().underTraffic(candidate, switchedAt(session.record())),
        session.settings().verifyInterval(),
        session.settings().verifyWindow());
  }

  /**
   * The latest time that traffic was moved in this rollout; null when it is not among the events.
   */
  private static Instant switchedAt(RolloutRecord record) {
    return record.events().stream()
        .filter(event -> event.phase() == Phase.SWITCHING)
        .map(RolloutEvent::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static ActionResult end(RolloutSession session, Revision candidate, ActionResult result) {
    if (!(result instanceof ActionResult.Done)) {
      return result;
    }
    String text = candidate.label() + " is verified: " + result.message();
    session.say(Phase.RETIRING, text);
    session.save(draft -> draft.phase(Phase.RETIRING));
    return new ActionResult.Done(text);
  }
}
