package io.jenkins.plugins.austa.engine.report.html;

import java.util.Locale;

/** The words people read for Jenkins' results. */
final class Results {
  private Results() {}

  static String word(String result) {
    if (result == null) {
      return "running";
    }
    return switch (result) {
      case "SUCCESS" -> "passed";
      case "UNSTABLE" -> "unstable";
      case "FAILURE" -> "failed";
      case "ABORTED" -> "aborted";
      case "NOT_BUILT" -> "skipped";
      default -> result.toLowerCase(Locale.ROOT);
    };
  }
}
