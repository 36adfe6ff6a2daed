package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks at the candidate before any user sees it: its pods, then its health paths. */
final class CheckCandidate implements Action {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    return RolloutEnd.of(record).or(() -> alreadySwitched(record));
  }

  private static Optional<ActionResult> alreadySwitched(RolloutRecord record) {
    return switch (record.phase()) {
      case SWITCHING, VERIFYING, RETIRING ->
          Optional.of(
              new ActionResult.NothingToDo(
                  "Nothing to check: "
                      + record.candidate().label()
                      + " was checked, the rollout is "
                      + record.phase()));
      default -> Optional.empty();
    };
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    Revision candidate = session.record().candidate();
    return session
        .call(() -> begin(session, candidate))
        .thenCompose(
            begun ->
                session.waitFor(
                    session.signals().beforeTraffic(candidate),
                    session.settings().availableTimeout()))
        .thenCompose(
            verdict ->
                session.call(
                    () ->
                        end(
                            session,
                            candidate,
                            InconclusivePolicy.apply(
                                verdict, session.settings().onInconclusive()))));
  }

  private static RolloutRecord begin(RolloutSession session, Revision candidate) {
    if (session.record().phase() == Phase.CHECKING) {
      session.log("Checking " + candidate.label() + " again");
      return session.record();
    }
    session.say(Phase.CHECKING, "Checking " + candidate.label());
    return session.save(draft -> draft.phase(Phase.CHECKING));
  }

  private static ActionResult end(RolloutSession session, Revision candidate, ActionResult result) {
    if (!(result instanceof ActionResult.Done)) {
      return result;
    }
    String text = candidate.label() + " is ready for traffic";
    session.say(Phase.CHECKING, text);
    session.save(draft -> {});
    return new ActionResult.Done(text);
  }
}
