package io.jenkins.plugins.austa.bench.waiting;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this process takes at one moment.
 *
 * @param threads names of its live threads, the virtual machine's own left out
 * @param heapBytes in use after garbage collection
 */
record Footprint(Set<String> threads, long heapBytes) {
  private static final int COLLECTIONS = 3;

  /** Collects garbage first. */
  static Footprint now() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
    }
    return new Footprint(threadNames(), memory.getHeapMemoryUsage().getUsed());
  }

  /** Names of the live threads, each with its id. */
  static Set<String> threadNames() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName() + "#" + thread.getId())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** CPU time that this process has used so far, garbage collection and compiler included. */
  static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
