package io.jenkins.plugins.austa.engine.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time of waits.
 *
 * @param scheduler only starts what is due
 * @param calls where it runs, so that a slow API server cannot hold up other rollouts' timers
 */
record Timing(ScheduledExecutorService scheduler, Clock clock, Executor calls) {

  /**
   * Runs a task later.
   *
   * @throws java.util.concurrent.RejectedExecutionException when the scheduler is shut down
   */
  Future<?> later(Runnable task, Duration delay) {
    return scheduler.schedule(() -> calls.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  void soon(Runnable task) {
    calls.execute(task);
  }

  Instant now() {
    return clock.instant();
  }

  /** Time since {@code start}; none when the clock was set and says something impossible. */
  Duration since(Instant start, Duration longest) {
    Duration time = Duration.between(start, clock.instant());
    return time.isNegative() || time.compareTo(longest) > 0 ? Duration.ZERO : time;
  }
}
