package io.jenkins.plugins.austa.sandbox.workload;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests a pod has answered, by status. Health checks and scrapes are not counted. */
public final class RequestCounters {
  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();

  /** Nothing answered yet; 200 is there from the start, as a client library would declare it. */
  public RequestCounters() {
    byStatus.put(200, new LongAdder());
  }

  public void count(int status) {
    byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
  }

  /** A copy of the present counts. */
  public Map<Integer, Long> byStatus() {
    Map<Integer, Long> counts = new TreeMap<>();
    byStatus.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }
}
