package io.jenkins.plugins.austa.test.controller;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for something that can only be asked for: looks every tenth of a second. */
public final class Await {
  private static final long INTERVAL_MILLIS = 100;

  private Await() {}

  /**
   * One look.
   *
   * @param <T> what is waited for
   */
  @FunctionalInterface
  public interface Look<T> {
    /** What is waited for, empty as long as it is not there. An exception ends the wait. */
    Optional<T> look() throws Exception;
  }

  /**
   * Looks until there is something to see.
   *
   * @param what what is waited for, for the message
   * @param limit the longest time to wait
   * @throws ControllerException when the time is over or a look failed
   */
  public static <T> T until(String what, Duration limit, Look<T> look)
      throws ControllerException, InterruptedException {
    CompletableFuture<T> seen = new CompletableFuture<>();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Await::daemon);
    try {
      timer.scheduleWithFixedDelay(
          () -> look(look, seen), 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
      return seen.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ControllerException(
          "Waited " + limit.toSeconds() + " s for this, in vain: " + what, e);
    } catch (ExecutionException e) {
      throw new ControllerException(
          "While waiting for this: " + what + ": " + e.getCause().getMessage(), e.getCause());
    } finally {
      timer.shutdownNow();
    }
  }

  private static <T> void look(Look<T> look, CompletableFuture<T> seen) {
    try {
      look.look().ifPresent(seen::complete);
    } catch (Exception e) {
      seen.completeExceptionally(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "await");
    thread.setDaemon(true);
    return thread;
  }
}
