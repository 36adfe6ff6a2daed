package io.jenkins.plugins.austa.engine.gate;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, from least to worst; {@link #UNKNOWN} means nobody has rated it yet. */
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL,
  /** Not rated by anybody. Decides like the worst, because it may turn out to be just that. */
  UNKNOWN;

  /**
   * Whether a finding of this severity decides at {@code threshold}. {@link #UNKNOWN} always does:
   * a gate that lets unrated findings through fails open.
   */
  public boolean decidesAt(Severity threshold) {
    return this == UNKNOWN || compareTo(threshold) >= 0;
  }

  /**
   * Reads the words scanners use ({@code moderate}, {@code UNDEFINED}, …), in any case.
   *
   * @param word what the scanner wrote; null or blank reads as {@link #UNKNOWN}
   * @return empty when the word is in no scanner's vocabulary
   */
  static Optional<Severity> read(String word) {
    if (word == null || word.isBlank()) {
      return Optional.of(UNKNOWN);
    }
    Optional<Severity> plain = readPlain(word);
    return plain.isPresent() ? plain : readPlain(word.trim().toUpperCase(Locale.ROOT));
  }

  private static Optional<Severity> readPlain(String word) {
    return switch (word) {
      case "CRITICAL" -> Optional.of(CRITICAL);
      case "HIGH" -> Optional.of(HIGH);
      case "MEDIUM", "MODERATE" -> Optional.of(MEDIUM);
      case "LOW", "NEGLIGIBLE" -> Optional.of(LOW);
      case "INFO", "INFORMATIONAL", "NONE" -> Optional.of(INFO);
      case "UNKNOWN", "UNDEFINED" -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }

  /** The worse of two ratings of one finding; a rating beats no rating. */
  static Severity worse(Severity one, Severity other) {
    if (one == UNKNOWN) {
      return other;
    }
    if (other == UNKNOWN) {
      return one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
