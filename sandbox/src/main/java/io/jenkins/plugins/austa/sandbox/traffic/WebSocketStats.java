package io.jenkins.plugins.austa.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of WebSockets. Safe for use by several threads. */
final class WebSocketStats {
  private static final int REASONS_KEPT = 10;
  private static final int GOING_AWAY = 1001;

  private final List<String> reasons = new ArrayList<>();
  private final Map<String, Integer> openByColour = new TreeMap<>();
  private long opened;
  private long refused;
  private long broken;
  private long goingAway;
  private long said;
  private long messages;

  synchronized void opened(String colour) {
    opened++;
    openByColour.merge(colour, 1, Integer::sum);
  }

  synchronized void refused(String reason) {
    refused++;
    explain("not opened: " + reason);
  }

  /** A message was said for the first time. */
  synchronized void said() {
    said++;
  }

  synchronized void message() {
    messages++;
  }

  /** An open one has been closed by the user. */
  synchronized void closed(String colour) {
    openByColour.computeIfPresent(colour, (name, count) -> count == 1 ? null : count - 1);
  }

  /**
   * An open one has ended otherwise.
   *
   * @param status the status it was closed with, 1006 when it was not closed but broke off
   */
  synchronized void broken(String colour, int status, String reason) {
    closed(colour);
    broken++;
    goingAway += status == GOING_AWAY ? 1 : 0;
    explain(colour + ": " + reason);
  }

  synchronized WebSocketReport report() {
    int open = openByColour.values().stream().mapToInt(Integer::intValue).sum();
    return new WebSocketReport(
        opened,
        refused,
        broken,
        goingAway,
        open,
        said,
        messages,
        new TreeMap<>(openByColour),
        List.copyOf(reasons));
  }

  private void explain(String reason) {
    if (reasons.size() < REASONS_KEPT) {
      reasons.add(reason);
    }
  }
}
