package io.jenkins.plugins.austa.engine.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits without a thread: looks again and again, and whenever a change is told, until what is seen
 * satisfies or the time is over.
 *
 * <p>The scheduler only starts the looks; they and what follows them run on {@code calls}, so that
 * a slow API server cannot hold up other rollouts' timers.
 */
public final class Await {

  private final Timing timing;
  private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();

  public Await(ScheduledExecutorService scheduler, Clock clock, Executor calls) {
    this.timing = new Timing(scheduler, clock, calls);
  }

  /**
   * Looks at once, then every {@code interval}.
   *
   * @return the first observation that is {@code settled}, or the one made when {@code timeout} is
   *     over; completes with {@link CancellationException} after {@link #cancel()}
   */
  public <T> CompletableFuture<T> until(
      Supplier<CompletableFuture<T>> look,
      Predicate<T> settled,
      Duration interval,
      Duration timeout) {
    return until(look, settled, Pace.every(interval), timeout);
  }

  /** The same at another pace. */
  <T> CompletableFuture<T> until(
      Supplier<CompletableFuture<T>> look, Predicate<T> settled, Pace<T> pace, Duration timeout) {
    CompletableFuture<T> result = tracked();
    new RepeatedLook<>(look, settled, pace, timeout, timing, result).start();
    return result;
  }

  /**
   * Completes after {@code duration}; completes with {@link CancellationException} after {@link
   * #cancel()}.
   */
  public CompletableFuture<Void> pause(Duration duration) {
    CompletableFuture<Void> result = tracked();
    if (duration.isZero()) {
      result.complete(null);
      return result;
    }
    try {
      Future<?> timer = timing.later(() -> result.complete(null), duration);
      result.whenComplete((value, failure) -> timer.cancel(false));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
    return result;
  }

  /** Ends every wait that is under way. Later waits are not affected. */
  public void cancel() {
    waiting.forEach(wait -> wait.completeExceptionally(new CancellationException("cancelled")));
  }

  private <T> CompletableFuture<T> tracked() {
    CompletableFuture<T> result = new CompletableFuture<>();
    waiting.add(result);
    result.whenComplete((value, failure) -> waiting.remove(result));
    return result;
  }
}
