package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/**
 * Why a run ended before its time.
 *
 * @param kind which kind of failure it is
 * @param result what Jenkins ends with: FAILURE, ABORTED or whatever stopped the run asked for
 * @param message what was tried, why it failed, what to do next; of several lines the first says
 *     the essence
 */
public record RunFailure(FailureKind kind, String result, String message) {

  /** The message in one line: of a list its first entry, and how many more there are. */
  public String essence() {
    List<String> lines = message.lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (lines.isEmpty()) {
      return kind.words();
    }
    String first = lines.get(0);
    if (!first.endsWith(":") || lines.size() == 1) {
      return first;
    }
    int more = lines.size() - 2;
    return first + " " + lines.get(1) + (more > 0 ? " (and " + more + " more)" : "");
  }

  /** The kind and the essence, such as {@code failed: tests: backend unit: 2 tests failed}. */
  public String line() {
    String verb = result.equals("ABORTED") ? "aborted: " : "failed: ";
    return verb + (kind == FailureKind.ABORTED ? "" : kind.words() + ": ") + essence();
  }
}
