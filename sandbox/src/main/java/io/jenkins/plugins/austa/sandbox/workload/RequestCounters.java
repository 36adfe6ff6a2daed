package io.jenkins.plugins.austa.sandbox.workload;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests a pod has answered, by status, and how long that took. Health checks and
 * scrapes are not counted.
 */
public final class RequestCounters {
  private static final double NANOS = 1e9;

  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
  private final LongAdder nanos = new LongAdder();

  /** Nothing answered yet; 200 is there from the start, as a client library would declare it. */
  public RequestCounters() {
    byStatus.put(200, new LongAdder());
  }

  /**
   * Counts one answer.
   *
   * @param tookNanos from the request to the answer
   */
  public void count(int status, long tookNanos) {
    byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
    nanos.add(tookNanos);
  }

  /** Seconds from request to answer, all answers together. */
  public double seconds() {
    return nanos.sum() / NANOS;
  }

  /** A copy of the present counts. */
  public Map<Integer, Long> byStatus() {
    Map<Integer, Long> counts = new TreeMap<>();
    byStatus.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }
}
