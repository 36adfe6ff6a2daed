package io.jenkins.plugins.austa.sandbox.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes. Safe for use by several threads. */
final class TrafficStats {
  private static final int REASONS_KEPT = 10;

  private final List<Second> seconds = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private long[] latencies = new long[1024];
  private int answered;
  private long sent;

  private static final class Second {
    private long sent;
    private long failed;
    private final Map<String, Long> byColour = new TreeMap<>();
  }

  synchronized void sent(int second) {
    sent++;
    at(second).sent++;
  }

  /**
   * @param colour who answered, null when unknown
   */
  synchronized void succeeded(int second, String colour, long latencyNanos) {
    if (colour != null) {
      at(second).byColour.merge(colour, 1L, Long::sum);
    }
    latency(latencyNanos);
  }

  synchronized void failed(int second, String colour, long latencyNanos, String reason) {
    at(second).failed++;
    if (reasons.size() < REASONS_KEPT) {
      reasons.add(reason);
    }
    succeeded(second, colour, latencyNanos);
  }

  synchronized TrafficReport report() {
    Map<String, Long> byColour = new TreeMap<>();
    List<TrafficReport.Second> copies = new ArrayList<>();
    for (Second second : seconds) {
      second.byColour.forEach((colour, count) -> byColour.merge(colour, count, Long::sum));
      copies.add(
          new TrafficReport.Second(
              copies.size(), second.sent, second.failed, new TreeMap<>(second.byColour)));
    }
    long[] sorted = Arrays.copyOf(latencies, answered);
    Arrays.sort(sorted);
    return new TrafficReport(
        sent,
        seconds.stream().mapToLong(second -> second.failed).sum(),
        answered,
        List.copyOf(reasons),
        byColour,
        List.copyOf(copies),
        percentile(sorted, 0.5),
        percentile(sorted, 0.99),
        percentile(sorted, 1));
  }

  private Second at(int second) {
    while (seconds.size() <= second) {
      seconds.add(new Second());
    }
    return seconds.get(second);
  }

  private void latency(long nanos) {
    if (answered == latencies.length) {
      latencies = Arrays.copyOf(latencies, answered * 2);
    }
    latencies[answered++] = nanos;
  }

  private static Duration percentile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Duration.ofNanos(sorted[Math.max(0, index)]);
  }
}
