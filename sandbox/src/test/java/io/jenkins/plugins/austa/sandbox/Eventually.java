package io.jenkins.plugins.austa.sandbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a condition, at most until a deadline. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Eventually() {}

  /** Returns once the condition holds; fails with what was waited for otherwise. */
  static void eventually(String what, Callable<Boolean> condition) throws Exception {
    within(PATIENCE, what, condition);
  }

  static void within(Duration patience, String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.call()) {
      if (System.nanoTime() > deadline || never.await(5, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("Not within " + patience + ": " + what);
      }
    }
  }
}
