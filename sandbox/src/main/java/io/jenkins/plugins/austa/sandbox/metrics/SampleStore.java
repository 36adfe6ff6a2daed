package io.jenkins.plugins.austa.sandbox.metrics;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The samples of the last minutes, by series. Safe for use by several threads. */
final class SampleStore {
  private final long keptMillis;
  private final Map<Map<String, String>, Deque<Sample>> series = new LinkedHashMap<>();

  /**
   * One value at one time.
   *
   * @param millis when, since the epoch
   * @param value what
   */
  record Sample(long millis, double value) {}

  /**
   * A series with the samples of a range.
   *
   * @param labels with {@code __name__}
   * @param samples oldest first, never empty
   */
  record Range(Map<String, String> labels, List<Sample> samples) {}

  SampleStore(Duration kept) {
    this.keptMillis = kept.toMillis();
  }

  synchronized void add(Map<String, String> labels, long millis, double value) {
    series
        .computeIfAbsent(Map.copyOf(labels), l -> new ArrayDeque<>())
        .add(new Sample(millis, value));
  }

  /** Forgets what is older than is kept. */
  synchronized void prune(long nowMillis) {
    long oldest = nowMillis - keptMillis;
    series
        .values()
        .forEach(
            samples -> {
              while (!samples.isEmpty() && samples.peekFirst().millis() < oldest) {
                samples.removeFirst();
              }
            });
    series.values().removeIf(Deque::isEmpty);
  }

  /** The samples after one time and up to another, of the series that are wanted. */
  synchronized List<Range> range(
      Predicate<Map<String, String>> wanted, long afterMillis, long toMillis) {
    return series.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(
            entry ->
                new Range(
                    entry.getKey(),
                    entry.getValue().stream()
                        .filter(s -> s.millis() > afterMillis && s.millis() <= toMillis)
                        .toList()))
        .filter(range -> !range.samples().isEmpty())
        .toList();
  }
}
