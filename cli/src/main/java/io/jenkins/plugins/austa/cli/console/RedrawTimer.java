package io.jenkins.plugins.austa.cli.console;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Redraws a few times a second on a daemon thread, and restores the terminal when the process is
 * ended from outside.
 */
final class RedrawTimer implements AutoCloseable {
  private static final long TICK_MILLIS = 250;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(RedrawTimer::daemon);
  private final Thread atExit;

  /**
   * Starts at once.
   *
   * @param restore called on Ctrl-C and the like, unless this was closed before
   */
  RedrawTimer(Runnable redraw, Runnable restore) {
    atExit = new Thread(restore, "austa-console-restore");
    Runtime.getRuntime().addShutdownHook(atExit);
    ticks.scheduleWithFixedDelay(redraw, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    if (Thread.currentThread() != atExit) {
      forgetExit();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // The process is on its way out, so the hook runs or has run; there is nothing to forget.
      return;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "austa-console");
    thread.setDaemon(true);
    return thread;
  }
}
