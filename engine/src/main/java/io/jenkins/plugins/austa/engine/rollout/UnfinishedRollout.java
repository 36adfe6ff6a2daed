package io.jenkins.plugins.austa.engine.rollout;

import java.util.concurrent.CompletableFuture;

/**
 * Brings to an end what an earlier build left behind, on the side of caution, before a new rollout
 * begins.
 */
final class UnfinishedRollout {

  private final RolloutSession session;

  UnfinishedRollout(RolloutSession session) {
    this.session = session;
  }

  /**
   * @return completes when no rollout is under way any more; the lease may have been given back
   */
  CompletableFuture<Void> settle() {
    RolloutRecord record = session.record();
    return switch (record.phase()) {
      case PREPARING, CHECKING -> session.call(this::abandon);
      case SWITCHING, VERIFYING, REVERTING -> goBack(record);
      case RETIRING -> session.call(this::finish);
      case IDLE, DONE, REVERTED, STOPPED -> CompletableFuture.completedFuture(null);
    };
  }

  /** Its colour never had traffic and is taken by the next candidate. */
  private Void abandon() {
    Revision left = session.record().candidate();
    session.say(Phase.REVERTED, leftBehind() + "; it never had traffic and is abandoned");
    session.save(
        draft ->
            draft
                .phase(Phase.REVERTED)
                .candidate(null)
                .ended(past(left, Phase.REVERTED), session.settings().historyLimit()));
    return null;
  }

  /**
   * It has proven itself; only pods of the colour that the next candidate takes were left to be
   * scaled to zero.
   */
  private Void finish() {
    Revision proven = session.record().active();
    session.say(Phase.DONE, leftBehind() + "; it is verified, so it counts as done");
    session.save(
        draft ->
            draft
                .phase(Phase.DONE)
                .candidate(null)
                .ended(past(proven, Phase.DONE), session.settings().historyLimit()));
    return null;
  }

  private CompletableFuture<Void> goBack(RolloutRecord record) {
    String reason = leftBehind() + ", so nobody knows whether it is well";
    return new RevertTraffic("takeover", reason)
        .run(session)
        .thenAccept(
            outcome -> {
              if (outcome.phase() != Phase.REVERTED) {
                throw new PreflightException(
                    "What build "
                        + record.holder()
                        + " left unfinished could not be taken back: "
                        + outcome.message());
              }
            });
  }

  private String leftBehind() {
    RolloutRecord record = session.record();
    return "Build "
        + record.holder()
        + " left "
        + record.candidate().label()
        + " in "
        + record.phase();
  }

  private PastRevision past(Revision revision, Phase ended) {
    return new PastRevision(revision, ended, session.now());
  }
}
