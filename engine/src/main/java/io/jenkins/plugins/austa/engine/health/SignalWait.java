package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for signals to pass.
 *
 * <p>A failed verdict ends the wait at once. When the time is over, what is still pending has
 * failed, and what is still inconclusive stays so.
 */
public final class SignalWait {

  private final Await await;
  private final Duration interval;

  public SignalWait(Await await, Duration interval) {
    this.await = await;
    this.interval = interval;
  }

  /** Waits for one signal, at most {@code timeout}. Never yields {@link SignalVerdict.Pending}. */
  public CompletableFuture<SignalVerdict> forSignal(Signal signal, Duration timeout) {
    Pace<SignalVerdict> pace = new Pace<>(interval, signal.changes(), SignalWait::pending);
    return await
        .until(signal::judge, SignalWait::settled, pace, timeout)
        .thenApply(verdict -> atTheEnd(verdict, timeout));
  }

  /**
   * Waits for each signal in turn; yields the first verdict that is not passed, else the last one.
   */
  public CompletableFuture<SignalVerdict> forAll(List<? extends Signal> signals, Duration timeout) {
    if (signals.isEmpty()) {
      throw new IllegalArgumentException("Nothing to wait for: no signal is no health");
    }
    return next(signals.iterator(), timeout);
  }

  private CompletableFuture<SignalVerdict> next(
      Iterator<? extends Signal> signals, Duration timeout) {
    return forSignal(signals.next(), timeout)
        .thenCompose(
            verdict ->
                verdict instanceof SignalVerdict.Passed && signals.hasNext()
                    ? next(signals, timeout)
                    : CompletableFuture.completedFuture(verdict));
  }

  private static boolean settled(SignalVerdict verdict) {
    return verdict instanceof SignalVerdict.Passed || verdict instanceof SignalVerdict.Failed;
  }

  private static boolean pending(SignalVerdict verdict) {
    return verdict instanceof SignalVerdict.Pending;
  }

  private static SignalVerdict atTheEnd(SignalVerdict verdict, Duration timeout) {
    return verdict instanceof SignalVerdict.Pending pending
        ? new SignalVerdict.Failed(
            pending.measurement(), pending.reason() + " after " + DurationText.of(timeout))
        : verdict;
  }
}
