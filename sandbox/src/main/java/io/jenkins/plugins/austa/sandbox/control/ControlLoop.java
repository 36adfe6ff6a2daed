package io.jenkins.plugins.austa.sandbox.control;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which everything that controls the cluster runs: controllers, kubelet,
 * sampling. What runs here needs no locks and must not block.
 */
public final class ControlLoop implements Executor, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(ControlLoop.class);

  private final ScheduledThreadPoolExecutor executor;

  public ControlLoop() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "austa-sandbox-control");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs a task soon; not at all once the loop is closed. */
  @Override
  public void execute(Runnable task) {
    after(Duration.ZERO, task);
  }

  /** Runs a task after a delay, unless the result is cancelled before. */
  public ScheduledFuture<?> after(Duration delay, Runnable task) {
    try {
      return executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOGGER.debug("The cluster is closed, a task is dropped");
      return null;
    }
  }

  /** Runs a task again and again until the result is cancelled. */
  public ScheduledFuture<?> every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    return executor.scheduleWithFixedDelay(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
        LOGGER.warn("The control loop of the sandbox did not end within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A task that fails must not end the loop, nor hide. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOGGER.error("A task of the sandbox failed", e);
      }
    };
  }
}
