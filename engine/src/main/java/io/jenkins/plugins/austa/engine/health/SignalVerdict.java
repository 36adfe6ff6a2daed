package io.jenkins.plugins.austa.engine.health;

/**
 * What one signal says about a candidate. Only {@link Passed} is health; {@link Inconclusive} means
 * that nobody knows, and the configured policy decides.
 */
public sealed interface SignalVerdict {

  Measurement measurement();

  /** One sentence for the build log, with signal, observed value and threshold. */
  String reason();

  default String signal() {
    return measurement().signal();
  }

  /** Observed and within its threshold. */
  record Passed(Measurement measurement, String reason) implements SignalVerdict {}

  /** Observed and beyond its threshold. */
  record Failed(Measurement measurement, String reason) implements SignalVerdict {}

  /** Could not be observed: no data, no answer, no sense. */
  record Inconclusive(Measurement measurement, String reason) implements SignalVerdict {}

  /**
   * Observed, not there yet, may still come; becomes {@link Failed} when the time for it is over.
   */
  record Pending(Measurement measurement, String reason) implements SignalVerdict {}
}
