package io.jenkins.plugins.austa.engine.gate.sarif;

import io.jenkins.plugins.austa.engine.gate.Severity;
import java.util.Locale;

/** How SARIF and GitHub call a severity. */
final class SarifLevel {
  private SarifLevel() {}

  static String of(Severity severity) {
    return switch (severity) {
      case INFO, LOW -> "note";
      case MEDIUM -> "warning";
      case HIGH, CRITICAL, UNKNOWN -> "error";
    };
  }

  /**
   * The score by which GitHub names a severity: the finding's own where GitHub makes the same
   * severity of it as the gate, else the middle of what it should make.
   *
   * @param cvss may be null
   * @return null when nobody rates it
   */
  static String score(Severity severity, Double cvss) {
    return switch (severity) {
      case UNKNOWN -> null;
      case INFO -> "0.0";
      case LOW -> score(cvss, 0.1, 3.9, 2.0);
      case MEDIUM -> score(cvss, 4.0, 6.9, 5.5);
      case HIGH -> score(cvss, 7.0, 8.9, 8.0);
      case CRITICAL -> score(cvss, 9.0, 10.0, 9.5);
    };
  }

  private static String score(Double cvss, double least, double most, double otherwise) {
    boolean fits = cvss != null && cvss >= least && cvss <= most;
    return String.format(Locale.ROOT, "%.1f", fits ? cvss : otherwise);
  }
}
