package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A task that can stop in its middle and go on later. Has a thread of its own, but either it runs
 * or whoever started it, never both.
 */
final class Coroutine {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stalled-process");
            thread.setDaemon(true);
            return thread;
          });

  private final Semaphore mayRun = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private volatile boolean finished;

  /** Runs the task until it stops or ends. */
  void start(Runnable task) {
    THREADS.execute(
        () -> {
          try {
            task.run();
          } finally {
            finished = true;
            stopped.release();
          }
        });
    stopped.acquireUninterruptibly();
  }

  /** Called by the task: stops here until somebody resumes it. */
  void stop() {
    stopped.release();
    mayRun.acquireUninterruptibly();
  }

  /** Lets the task go on until it stops again or ends. */
  void resume() {
    mayRun.release();
    stopped.acquireUninterruptibly();
  }

  boolean finished() {
    return finished;
  }
}
