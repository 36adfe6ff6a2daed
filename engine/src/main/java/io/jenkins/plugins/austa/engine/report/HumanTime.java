package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, durations and numbers as people read them; the same on every machine and locale. */
public final class HumanTime {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter CLOCK_TENTHS =
      DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HumanTime() {}

  /** {@code 850 ms}, {@code 12.3 s}, {@code 3 min 05 s}, {@code 1 h 04 min}. */
  public static String duration(long millis) {
    if (millis < 1_000) {
      return Math.max(0, millis) + " ms";
    }
    // 59,950 ms and more would round to "60.0 s".
    if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    long seconds = (millis + 500) / 1_000;
    if (seconds < 3_600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    long minutes = seconds / 60;
    return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }

  /** Date and time in UTC to the second. */
  public static String dateTime(Instant at) {
    return DATE_TIME.format(at);
  }

  /** Time of day in UTC to the second. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** Time of day in UTC to the tenth of a second, rounded down. */
  public static String clockTenths(Instant at) {
    return CLOCK_TENTHS.format(at);
  }

  /** A whole number with thousands set apart. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code count(n)} and the noun, in the plural where it needs one. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
