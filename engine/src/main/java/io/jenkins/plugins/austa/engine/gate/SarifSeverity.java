package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** From SARIF's levels and GitHub's {@code security-severity} to a severity, and back. */
final class SarifSeverity {
  /** The property by which tools tell GitHub a CVSS score. */
  static final String SCORE = "security-severity";

  private static final double CRITICAL = 9;
  private static final double HIGH = 7;
  private static final double MEDIUM = 4;

  private SarifSeverity() {}

  /** A score, which the tools write as text and some as a number. */
  static double score(ReportTokens tokens) throws IOException, BrokenReportException {
    if (!tokens.atText()) {
      return tokens.decimal();
    }
    try {
      double score = Double.parseDouble(tokens.text());
      if (score >= 0 && score <= 10) {
        return score;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw tokens.broken(
        "a " + SCORE + " is no number from 0 to 10",
        "Use a version of the tool that writes SARIF as GitHub reads it");
  }

  /**
   * What GitHub makes of a score; else what the level says.
   *
   * @param level null where neither result nor rule gives one, and then it is a warning
   * @return null when the level is not one of SARIF's
   */
  static Severity of(double score, String level) {
    if (!Double.isNaN(score)) {
      return ofScore(score);
    }
    return switch (level == null ? "warning" : level) {
      case "error" -> Severity.HIGH;
      case "warning" -> Severity.MEDIUM;
      case "note" -> Severity.LOW;
      case "none" -> Severity.INFO;
      default -> null;
    };
  }

  private static Severity ofScore(double score) {
    if (score >= CRITICAL) {
      return Severity.CRITICAL;
    }
    if (score >= HIGH) {
      return Severity.HIGH;
    }
    if (score >= MEDIUM) {
      return Severity.MEDIUM;
    }
    return score > 0 ? Severity.LOW : Severity.INFO;
  }
}
