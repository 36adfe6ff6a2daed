package io.jenkins.plugins.austa.engine.rollout;

/** How far the way back to a recorded revision has been gone. */
public sealed interface Returning {

  /** It was gone to its end, well or not; or there was nothing to do. */
  record Ended(RolloutOutcome outcome) implements Returning {}

  /**
   * Helm has to install the revision first, because its colour has been used since: {@code
   * preparation.helmRelease()} with the chart and values of {@code back}, its images, and the
   * preparation's colour, number and replicas. Then follow check, switch and retire as with any
   * rollout.
   *
   * @param back the revision as it is recorded
   */
  record Install(Preparation preparation, Revision back) implements Returning {}
}
