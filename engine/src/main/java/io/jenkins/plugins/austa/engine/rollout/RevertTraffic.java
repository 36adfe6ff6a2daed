package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Takes the rollout back: all traffic to the recorded last known good revision if it had moved,
 * then the candidate to zero. The one path for every trigger.
 *
 * <p>Ends in {@link Phase#REVERTED}, or in {@link Phase#STOPPED} when traffic could not be moved;
 * it never tries in a loop.
 */
final class RevertTraffic {

  private static final int WRITE_ATTEMPTS = 3;

  private final String signal;
  private final String reason;

  RevertTraffic(String signal, String reason) {
    this.signal = signal;
    this.reason = reason;
  }

  /** The record has been loaded and has a candidate. */
  CompletableFuture<RolloutOutcome> run(RolloutSession session) {
    return session
        .call(() -> announce(session))
        .thenCompose(announced -> RevertSight.look(session))
        .thenCompose(sight -> session.call(() -> begin(session, sight)))
        .thenCompose(sight -> goBack(session, sight))
        .thenCompose(moved -> session.call(() -> end(session)))
        .exceptionallyCompose(failure -> stop(session, unwrapped(failure)));
  }

  private Void announce(RolloutSession session) {
    RolloutRecord record = session.record();
    if (record.phase() != Phase.REVERTING) {
      session.say(
          Phase.REVERTING,
          "Reverting " + record.candidate().label() + " because of " + signal + ": " + reason);
    }
    return null;
  }

  /** Writing the record also says that nobody else has begun to work since what was seen. */
  private RevertSight begin(RolloutSession session, RevertSight sight) {
    if (session.record().phase() != Phase.REVERTING) {
      Reverted why = new Reverted(signal, reason, session.now());
      session.save(draft -> draft.phase(Phase.REVERTING).revertedBecause(why));
    } else {
      // Written all the same: whoever began the revert must not go on beside us.
      session.save(draft -> {});
    }
    RevertSight whole = sight.withEntry(session);
    EntryState entry = whole.entry().orElseThrow();
    if (!entry.oddities().isEmpty()) {
      throw new EntryRefusedException(
          session.router().entry(),
          entry.trouble().orElseThrow(),
          "Undo what was edited by hand, then revert again.");
    }
    return whole;
  }

  private CompletableFuture<Void> goBack(RolloutSession session, RevertSight sight) {
    Revision candidate = session.record().candidate();
    Optional<Revision> good = session.record().lastKnownGood();
    EntryState entry = sight.entry().orElseThrow();
    if (entry.carries(candidate.colour())) {
      return moveBack(session, good.orElseThrow(() -> new NoWayBackException(candidate)), sight);
    }
    if (!good.map(Revision::colour).equals(entry.colour())) {
      throw new EntryRefusedException(
          session.router().entry(),
          entry
              .trouble()
              .orElse(
                  "it is missing although "
                      + good.map(Revision::label).orElse("no revision")
                      + " should carry the traffic"),
          "Create again what is missing, then revert again.");
    }
    if (sight.neverMoved()) {
      return session.call(() -> removeCandidate(session));
    }
    if (good.isEmpty()) {
      session.say(
          Phase.REVERTING,
          "The candidate keeps running, because the entry may still be created by a write that got"
              + " no answer");
      return CompletableFuture.completedFuture(null);
    }
    // Traffic is where it should be, but a write that would move it may be on its way still.
    return moveBack(session, good.get(), sight);
  }

  private static CompletableFuture<Void> moveBack(
      RolloutSession session, Revision good, RevertSight sight) {
    return sight
        .claimOf(session, good)
        .thenCompose(claim -> new LastKnownGood(session, good).canServe(claim))
        .thenCompose(
            waited ->
                session.call(
                    () ->
                        write(
                            session,
                            good,
                            sight.entry().orElseThrow(),
                            sight.confirmed() && !waited)))
        .thenCompose(moved -> settle(session));
  }

  /**
   * Written at least once, even if traffic is there: then nothing that was sent before counts.
   *
   * @param confirmed whether the record has just been written, after {@code seen} was read
   */
  private static Void write(
      RolloutSession session, Revision good, EntryState seen, boolean confirmed) {
    EntryState entry = seen;
    for (int attempt = 1; ; attempt++) {
      session.hold();
      if (attempt > 1 || !confirmed) {
        // The entry was read before: from here on others make the write fail.
        session.confirm();
      }
      RolloutException failure;
      try {
        entry = session.router().takeBack(good.colour(), entry);
        failure = new EntryChangedException(session.router().entry(), null);
      } catch (EntryChangedException | ClusterException e) {
        // The answer to a write that worked may be lost, and somebody may have been faster once.
        entry = session.router().read();
        failure = e;
      }
      if (entry.replaces(seen) && entry.colour().equals(Optional.of(good.colour()))) {
        return recordMoved(session, good);
      }
      if (attempt == WRITE_ATTEMPTS || !entry.oddities().isEmpty()) {
        throw failure;
      }
    }
  }

  private static Void recordMoved(RolloutSession session, Revision good) {
    if (!session.record().activeRevision().equals(Optional.of(good))) {
      session.say(Phase.REVERTING, "All traffic is back on " + good.label());
      session.save(draft -> draft.active(good).previous(null));
    }
    return null;
  }

  /** Users first: whatever happens from here on, traffic is where it should be. */
  private static CompletableFuture<Void> settle(RolloutSession session) {
    Revision good = session.record().active();
    return session
        .waitFor(
            List.of(session.signals().convergence(good)), session.settings().convergenceTimeout())
        .thenCompose(
            verdict -> {
              if (!(verdict instanceof SignalVerdict.Passed)) {
                session.say(
                    Phase.REVERTING,
                    "The candidate keeps running, because users may still be answered by it: "
                        + verdict.reason());
                return CompletableFuture.completedFuture(null);
              }
              return session
                  .pause(session.settings().drain())
                  .thenCompose(drained -> session.call(() -> removeCandidate(session)));
            });
  }

  private static Void removeCandidate(RolloutSession session) {
    Revision candidate = session.record().candidate();
    try {
      session.workloads().retire(session::confirm, candidate.colour());
      session.say(Phase.REVERTING, candidate.label() + " is scaled to zero");
    } catch (RetirementRefusedException | ClusterException e) {
      session.say(Phase.REVERTING, "The candidate keeps running: " + e.getMessage());
    }
    return null;
  }

  private RolloutOutcome end(RolloutSession session) {
    RolloutRecord record = session.record();
    String on = record.activeRevision().map(it -> it.label() + " serves").orElse("nothing serves");
    String text = "Reverted because of " + record.revertedBecause().signal() + "; " + on;
    session.say(Phase.REVERTED, text);
    RolloutRecord ended =
        session.save(
            draft ->
                draft
                    .phase(Phase.REVERTED)
                    .candidate(null)
                    .ended(
                        new PastRevision(
                            record.candidate(),
                            Phase.REVERTED,
                            session.now(),
                            record.revertedBecause()),
                        session.settings().historyLimit()));
    session.releaseLease();
    return RolloutOutcome.of(false, text + ". Reason: " + ended.revertedBecause().reason(), ended);
  }

  private static CompletableFuture<RolloutOutcome> stop(RolloutSession session, Throwable failure) {
    boolean notOurs =
        failure instanceof LeaseHeldException || failure instanceof RecordConflictException;
    if (notOurs || failure instanceof CancellationException) {
      return CompletableFuture.failedFuture(failure);
    }
    return session.call(() -> new StoppedRollout(session).stop(failure));
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
