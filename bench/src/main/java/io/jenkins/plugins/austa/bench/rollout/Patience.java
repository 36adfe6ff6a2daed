package io.jenkins.plugins.austa.bench.rollout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what comes about by itself. */
public final class Patience {
  private static final long LOOK_MILLIS = 10;

  private Patience() {}

  /**
   * @throws IllegalStateException when it has not come about in time
   */
  public static void until(String what, Duration most, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "Not within " + most.toSeconds() + " s in the benchmark: " + what);
      }
    }
  }
}
