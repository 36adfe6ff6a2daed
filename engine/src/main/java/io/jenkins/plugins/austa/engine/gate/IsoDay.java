package io.jenkins.plugins.austa.engine.gate;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads the day that an ISO 8601 date or time begins with, without making a text of it. */
final class IsoDay {
  /** Characters of {@code 2026-11-23}. */
  static final int LENGTH = 10;

  private IsoDay() {}

  /** Days since 1970, or {@link FindingDraft#NO_DAY} when there is no day. */
  static int read(char[] chars, int offset) {
    int year = number(chars, offset, 4);
    int month = number(chars, offset + 5, 2);
    int day = number(chars, offset + 8, 2);
    boolean shaped = chars[offset + 4] == '-' && chars[offset + 7] == '-';
    // Trivy writes the year 1 where nothing is known.
    if (!shaped || year < 1970 || month < 1 || month > 12 || day < 1) {
      return FindingDraft.NO_DAY;
    }
    try {
      return (int) LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return FindingDraft.NO_DAY;
    }
  }

  private static int number(char[] chars, int offset, int digits) {
    int number = 0;
    for (int i = offset; i < offset + digits; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
