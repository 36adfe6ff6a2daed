package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;

/** Durations as people and Prometheus write them. */
public final class DurationText {

  private DurationText() {}

  /** For people: {@code 1h30m}, {@code 5m}, {@code 90s} as {@code 1m30s}, {@code 250ms}. */
  public static String of(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? duration.toString() : text.toString();
  }

  /** For PromQL ranges: whole seconds where possible, else milliseconds. */
  public static String promQl(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
