package io.jenkins.plugins.austa.engine.rollout;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads on which all rollouts of the JVM make their blocking API calls. They go away when
 * nothing is to do; a waiting rollout holds none of them.
 */
final class ApiCalls {

  private static final int THREADS = 4;
  private static final ThreadPoolExecutor SHARED = create();

  private ApiCalls() {}

  static Executor shared() {
    return SHARED;
  }

  private static ThreadPoolExecutor create() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "austa-rollout");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
