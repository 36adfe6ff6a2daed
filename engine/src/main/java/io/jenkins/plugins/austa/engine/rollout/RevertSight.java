package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a revert goes by. Looked at all at once and before the record is written, because users are
 * waiting: the write of the record, which fails if anybody else has written it, then stands for the
 * confirmation that has to come between a look and a change.
 *
 * @param entry where traffic is; empty when it could not be read before the record was written
 * @param claim of the revision to go back to; empty when it was not or could not be looked at
 * @param neverMoved whether nobody has tried to move traffic in this rollout
 * @param confirmed whether the record has been written since {@code entry} was read
 */
record RevertSight(
    Optional<EntryState> entry,
    Optional<ColourClaim> claim,
    boolean neverMoved,
    boolean confirmed) {

  /** Never completes exceptionally: what cannot be seen now is looked at again when needed. */
  static CompletableFuture<RevertSight> look(RolloutSession session) {
    RolloutRecord record = session.record();
    // Before the switch nobody has sent anything to the entry that may still come true.
    boolean neverMoved = record.phase() == Phase.PREPARING || record.phase() == Phase.CHECKING;
    CompletableFuture<Optional<ColourClaim>> claim =
        record
            .lastKnownGood()
            .filter(good -> !neverMoved)
            .map(good -> ifSeen(ColourClaim.look(session, good)))
            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    return ifSeen(session.call(() -> session.router().read()))
        .thenCombine(
            claim, (entry, seen) -> new RevertSight(entry, seen, neverMoved, entry.isPresent()));
  }

  /** The record has been written. Blocks when the entry is still to be read. */
  RevertSight withEntry(RolloutSession session) {
    return entry.isPresent()
        ? this
        : new RevertSight(Optional.of(session.router().read()), claim, neverMoved, false);
  }

  /** The record has been written. */
  CompletableFuture<ColourClaim> claimOf(RolloutSession session, Revision good) {
    return claim
        .map(CompletableFuture::completedFuture)
        .orElseGet(
            () ->
                ColourClaim.look(session, good)
                    .thenCompose(late -> session.call(session::confirm).thenApply(same -> late)));
  }

  private static <T> CompletableFuture<Optional<T>> ifSeen(CompletableFuture<T> look) {
    return look.handle(
        (seen, failure) -> failure == null ? Optional.of(seen) : Optional.<T>empty());
  }
}
