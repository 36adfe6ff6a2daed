package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.Await;
import io.jenkins.plugins.austa.engine.health.Signal;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.health.SignalWait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the actions of one rollout share: the record as last read or written, the lease, the waits
 * and the user's log.
 *
 * <p>One operation at a time uses it, and that one step after the other.
 */
final class RolloutSession {

  private final RolloutParts parts;
  private final RecordStore store;
  private final RolloutLease lease;
  private final Await await;
  private final ColourWorkloads workloads;
  private final CandidateSignals signals;
  private final List<RolloutEvent> unsaved = new ArrayList<>();

  private volatile StoredRecord stored;
  private volatile boolean cancelled;

  RolloutSession(RolloutParts parts, Retirement retirement) {
    this.parts = parts;
    this.store = new RecordStore(parts.client(), parts.target());
    this.lease =
        new RolloutLease(
            parts.client(),
            parts.target(),
            parts.holder(),
            parts.settings().leaseDuration(),
            parts.clock(),
            parts.scheduler(),
            parts.calls());
    this.await = new Await(parts.scheduler(), parts.clock(), parts.calls());
    this.workloads =
        new ColourWorkloads(parts.client(), parts.target(), parts.router(), retirement);
    this.signals = new CandidateSignals(parts);
  }

  RolloutTarget target() {
    return parts.target();
  }

  RolloutSettings settings() {
    return parts.settings();
  }

  KubernetesClient client() {
    return parts.client();
  }

  Router router() {
    return parts.router();
  }

  ColourWorkloads workloads() {
    return workloads;
  }

  CandidateSignals signals() {
    return signals;
  }

  String holder() {
    return parts.holder();
  }

  Instant now() {
    return parts.clock().instant();
  }

  RolloutRecord record() {
    return stored.record();
  }

  /** Reads the record anew. Blocks. */
  RolloutRecord load() {
    stored = store.load(now());
    return stored.record();
  }

  /**
   * Reads the record and takes the lease for a revert. Blocks.
   *
   * @return the outcome when there is nothing to take back
   */
  Optional<RolloutOutcome> loadForRevert() {
    Optional<RolloutOutcome> nothing = nothingToRevert(load());
    if (nothing.isPresent()) {
      return nothing;
    }
    hold();
    // It may have ended between the first look and the lease.
    nothing = nothingToRevert(load());
    nothing.ifPresent(ended -> releaseLease());
    return nothing;
  }

  private Optional<RolloutOutcome> nothingToRevert(RolloutRecord record) {
    boolean under = record.phase().unfinished() || record.phase() == Phase.STOPPED;
    if (under && record.candidateRevision().isPresent()) {
      return Optional.empty();
    }
    String text = "Nothing to revert: no rollout is under way, the last one is " + record.phase();
    log(text);
    return Optional.of(RolloutOutcome.of(record.phase() == Phase.DONE, text, record));
  }

  /** What is recorded and what the entry carries; touches nothing. */
  CompletableFuture<RolloutOutcome> status() {
    return CompletableFuture.supplyAsync(
        () -> {
          RolloutRecord record = store.load(now()).record();
          EntryState entry = router().read();
          String traffic =
              entry.missing()
                  ? "there is no entry yet"
                  : entry
                      .colour()
                      .map(colour -> "traffic is on " + colour)
                      .orElseGet(() -> "the entry is odd: " + entry.trouble().orElse(""));
          boolean well = !record.phase().unfinished() && record.phase() != Phase.STOPPED;
          return RolloutOutcome.of(well, "Rollout is " + record.phase() + ", " + traffic, record);
        },
        parts.calls());
  }

  /**
   * Makes sure that the record is still as it was last read or written here, so that nobody else
   * has begun to work on the release since. To be called after reading what is about to be changed,
   * and before changing it on the condition that it is still what was read: whoever takes over
   * writes the record first and then changes what must not be changed by anybody before. Blocks.
   *
   * @throws RecordConflictException if it is not
   */
  RolloutRecord confirm() {
    store.requireUnchanged(stored, now());
    return record();
  }

  /** Makes sure that the lease is ours. Blocks. */
  void hold() {
    lease.hold();
  }

  /**
   * Writes the record with the changes and all that was said since the last write. Blocks.
   *
   * @throws LeaseHeldException if the lease went to somebody else
   * @throws RecordConflictException if the record was written by somebody else
   */
  RolloutRecord save(Consumer<RecordDraft> changes) {
    hold();
    RecordDraft draft = record().draft();
    changes.accept(draft);
    draft.events(unsaved);
    stored = store.save(draft.build(holder(), now()), stored);
    unsaved.clear();
    return stored.record();
  }

  /** Tells the user, and the record with its next write. */
  void say(Phase phase, String message) {
    parts.log().accept(message);
    unsaved.add(new RolloutEvent(now(), phase, message));
  }

  /** Tells the user only. */
  void log(String message) {
    parts.log().accept(message);
  }

  void releaseLease() {
    lease.release();
  }

  void stopRenewing() {
    lease.stopRenewing();
  }

  /**
   * Runs something that blocks on one of the few threads for it, unless the operation was
   * cancelled.
   */
  <T> CompletableFuture<T> call(Supplier<T> blocking) {
    return CompletableFuture.supplyAsync(
        () -> {
          checkCancelled();
          return blocking.get();
        },
        parts.calls());
  }

  /** Waits for signals with the settings' poll interval; never yields a pending verdict. */
  CompletableFuture<SignalVerdict> waitFor(List<? extends Signal> signals, Duration timeout) {
    return cancellable(
        () -> new SignalWait(await, settings().pollInterval()).forAll(signals, timeout));
  }

  /**
   * Watches a signal for a whole window; ends early only when it fails. Yields the last verdict.
   */
  CompletableFuture<SignalVerdict> watch(Signal signal, Duration interval, Duration window) {
    return cancellable(
        () ->
            await.until(
                signal::judge,
                verdict -> verdict instanceof SignalVerdict.Failed,
                interval,
                window));
  }

  CompletableFuture<Void> pause(Duration duration) {
    return cancellable(() -> await.pause(duration));
  }

  void begin() {
    cancelled = false;
    unsaved.clear();
  }

  void cancel() {
    cancelled = true;
    await.cancel();
  }

  private <T> CompletableFuture<T> cancellable(Supplier<CompletableFuture<T>> wait) {
    checkCancelled();
    CompletableFuture<T> result = wait.get();
    if (cancelled) {
      await.cancel();
    }
    return result;
  }

  private void checkCancelled() {
    if (cancelled) {
      throw new CancellationException("The rollout operation was cancelled");
    }
  }
}
