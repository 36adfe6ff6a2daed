package io.jenkins.plugins.austa.cli.host.cps;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread on which a program executes, with its queue. */
public final class ProgramExecutor implements HostOwned, AutoCloseable {
  private final ThreadPoolExecutor pool;
  private final Consumer<Throwable> onError;

  /**
   * Creates the thread when the first task comes.
   *
   * @param onError receives what a task throws; the program cannot go on after that
   */
  public ProgramExecutor(String name, Consumer<Throwable> onError) {
    this.onError = onError;
    this.pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Queues a task; tasks that come after {@link #close()} are dropped. */
  public void post(Runnable task) {
    try {
      pool.execute(() -> guarded(task));
    } catch (RejectedExecutionException late) {
      // The program has ended: a step that was not awaited reports too late for anyone to hear.
      return;
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      onError.accept(e);
    }
  }

  boolean hasWaitingTasks() {
    return !pool.getQueue().isEmpty();
  }

  @Override
  public String hostKey() {
    return "executor";
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
