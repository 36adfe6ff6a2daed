package io.jenkins.plugins.austa.engine.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Clock, scheduler and executor of a world where time passes only when a test says so, all on the
 * test's own thread.
 */
public final class ManualTime extends AbstractExecutorService implements ScheduledExecutorService {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final int MOST_STEPS = 10_000;

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing((Timer timer) -> timer.at).thenComparing(t -> t.id));
  private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private Instant now = START;
  private long ids;

  public Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Runs calls one at a time, never one inside another. */
  public Executor calls() {
    return calls::add;
  }

  public int pendingTimers() {
    timers.removeIf(FutureTask::isCancelled);
    return timers.size();
  }

  /** Lets time pass until {@code future} is done. */
  public <T> CompletableFuture<T> drive(CompletableFuture<T> future) {
    for (int step = 0; step < MOST_STEPS; step++) {
      runCalls();
      if (future.isDone()) {
        return future;
      }
      Timer next = timers.poll();
      if (next == null) {
        throw new AssertionError("Nothing is going to happen any more, and the future is not done");
      }
      fire(next);
    }
    throw new AssertionError("The future is not done after " + MOST_STEPS + " steps");
  }

  /** Lets {@code duration} pass, with everything that is due in it. */
  public void pass(Duration duration) {
    Instant until = now.plus(duration);
    runCalls();
    while (!timers.isEmpty() && !timers.peek().at.isAfter(until)) {
      fire(timers.poll());
      runCalls();
    }
    now = until;
  }

  /** Everything that is due now, without time passing. */
  public void runCalls() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      call.run();
    }
  }

  private void fire(Timer timer) {
    if (!timer.isCancelled()) {
      now = timer.at.isAfter(now) ? timer.at : now;
      timer.run();
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    Timer timer = new Timer(command, now.plus(delay, unit.toChronoUnit()), ids++);
    timers.add(timer);
    return timer;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void execute(Runnable command) {
    calls.add(command);
  }

  @Override
  public void shutdown() {
    timers.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    timers.clear();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }

  private static final class Timer extends FutureTask<Void> implements ScheduledFuture<Void> {
    private final Instant at;
    private final long id;

    Timer(Runnable command, Instant at, long id) {
      super(command, null);
      this.at = at;
      this.id = id;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Delayed other) {
      throw new UnsupportedOperationException();
    }
  }
}
