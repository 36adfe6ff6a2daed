package io.jenkins.plugins.austa.engine.report;

/**
 * Why a run ended before its time.
 *
 * @param kind which kind of failure it is
 * @param result what Jenkins ends with: FAILURE, ABORTED or whatever stopped the run asked for
 * @param message what was tried, why it failed, what to do next; of several lines the first says
 *     the essence
 */
public record RunFailure(FailureKind kind, String result, String message) {

  /** The first line of the message. */
  public String essence() {
    return message.lines().findFirst().orElse(kind.words());
  }

  /** The kind and the essence, such as {@code failed: tests: backend unit: 2 tests failed}. */
  public String line() {
    return (result.equals("ABORTED") ? "aborted: " : "failed: ") + kind.words() + ": " + essence();
  }
}
