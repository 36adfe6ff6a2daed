package io.jenkins.plugins.austa.cli.host.steps;

import java.time.Duration;

/** Writes durations for people. */
final class TimeSpans {
  private TimeSpans() {}

  /** Returns for instance {@code "1 h 2 min"}, {@code "45 s"}, {@code "120 ms"}. */
  static String of(Duration duration) {
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
