package io.jenkins.plugins.austa.bench.waiting;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What this process did for a while.
 *
 * @param mostThreads the live threads at the moment with the most of them
 * @param cpuPercent CPU time in percent of one core
 */
record Watched(Set<String> mostThreads, double cpuPercent) {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final double WHOLE = 100;

  /** Looks on; blocks for the whole time. */
  static Watched lookOn(Duration time) {
    Set<String> most = Set.of();
    long start = System.nanoTime();
    long cpu = Footprint.cpuNanos();
    while (System.nanoTime() - start < time.toNanos()) {
      if (ManagementFactory.getThreadMXBean().getThreadCount() > most.size()) {
        Set<String> now = Footprint.threadNames();
        most = now.size() > most.size() ? now : most;
      }
      LockSupport.parkNanos(PERIOD.toNanos());
    }
    double used = Footprint.cpuNanos() - cpu;
    return new Watched(most, used / (System.nanoTime() - start) * WHOLE);
  }
}
