package io.jenkins.plugins.austa.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes. Safe for use by several threads. */
final class TrafficStats {
  private static final int REASONS_KEPT = 10;

  private final List<Second> seconds = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final Latencies latencies = new Latencies();
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
    latencies.add(latencyNanos);
  }

  synchronized void failed(int second, String colour, long latencyNanos, String reason) {
    at(second).failed++;
    if (reasons.size() < REASONS_KEPT) {
      reasons.add(reason);
    }
    succeeded(second, colour, latencyNanos);
  }

  synchronized TrafficReport report(WebSocketReport webSockets) {
    Map<String, Long> byColour = new TreeMap<>();
    List<TrafficReport.Second> copies = new ArrayList<>();
    for (Second second : seconds) {
      second.byColour.forEach((colour, count) -> byColour.merge(colour, count, Long::sum));
      copies.add(
          new TrafficReport.Second(
              copies.size(), second.sent, second.failed, new TreeMap<>(second.byColour)));
    }
    return new TrafficReport(
        sent,
        seconds.stream().mapToLong(second -> second.failed).sum(),
        latencies.count(),
        List.copyOf(reasons),
        byColour,
        List.copyOf(copies),
        latencies.percentile(0.5),
        latencies.percentile(0.99),
        latencies.percentile(1),
        webSockets);
  }

  private Second at(int second) {
    while (seconds.size() <= second) {
      seconds.add(new Second());
    }
    return seconds.get(second);
  }
}
