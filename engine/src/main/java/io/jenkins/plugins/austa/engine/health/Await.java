package io.jenkins.plugins.austa.engine.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits without a thread: looks again and again until what is seen satisfies, or the time is over.
 * The only place that knows that waiting is polling.
 *
 * <p>The scheduler only starts the looks; they and what follows them run on {@code calls}, so that
 * a slow API server cannot hold up other rollouts' timers.
 */
public final class Await {

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final Executor calls;
  private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();

  public Await(ScheduledExecutorService scheduler, Clock clock, Executor calls) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.calls = calls;
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
    CompletableFuture<T> result = tracked();
    look(look, settled, interval, timeout, result);
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
    } else {
      later(() -> result.complete(null), duration, result);
    }
    return result;
  }

  /** Ends every wait that is under way. Later waits are not affected. */
  public void cancel() {
    waiting.forEach(wait -> wait.completeExceptionally(new CancellationException("cancelled")));
  }

  private <T> void look(
      Supplier<CompletableFuture<T>> look,
      Predicate<T> settled,
      Duration interval,
      Duration most,
      CompletableFuture<T> result) {
    if (result.isDone()) {
      return;
    }
    Instant start = clock.instant();
    look.get()
        .whenComplete(
            (seen, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              Duration left = most.minus(took(start));
              if (settled.test(seen) || left.isNegative() || left.isZero()) {
                result.complete(seen);
                return;
              }
              Duration pause = left.compareTo(interval) < 0 ? left : interval;
              Duration rest = left.minus(pause);
              later(() -> look(look, settled, interval, rest, result), pause, result);
            });
  }

  /**
   * Pauses are as long as the timer makes them; only a look is timed, by a clock that may be set.
   */
  private Duration took(Instant start) {
    Duration time = Duration.between(start, clock.instant());
    return time.isNegative() || time.compareTo(LONGEST_LOOK) > 0 ? Duration.ZERO : time;
  }

  private void later(Runnable task, Duration delay, CompletableFuture<?> result) {
    try {
      ScheduledFuture<?> timer =
          scheduler.schedule(
              () -> calls.execute(guarded(task, result)), delay.toNanos(), TimeUnit.NANOSECONDS);
      result.whenComplete((value, failure) -> timer.cancel(false));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
  }

  private static Runnable guarded(Runnable task, CompletableFuture<?> result) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    };
  }

  private <T> CompletableFuture<T> tracked() {
    CompletableFuture<T> result = new CompletableFuture<>();
    waiting.add(result);
    result.whenComplete((value, failure) -> waiting.remove(result));
    return result;
  }
}
