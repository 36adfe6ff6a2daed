package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What an autoscaler makes of what it sees, by the rules of Kubernetes but without waiting: scaling
 * down is not held back for five minutes.
 *
 * @param desired how many replicas there should be
 * @param active whether it scales by a metric
 * @param activeReason why, or why not
 * @param limited whether the bounds decided
 * @param limitedReason which
 */
record ScaleDecision(
    int desired, boolean active, String activeReason, boolean limited, String limitedReason) {
  private static final double TOLERANCE = 0.1;
  private static final int DEFAULT_TARGET = 80;

  /**
   * @param current replicas the target asks for now
   * @param utilisation average of its pods in percent, empty when nobody has measured it
   */
  static ScaleDecision of(
      HorizontalPodAutoscaler autoscaler, int current, OptionalInt utilisation) {
    int least = Objects.requireNonNullElse(autoscaler.getSpec().getMinReplicas(), 1);
    int most = autoscaler.getSpec().getMaxReplicas();
    if (current == 0 && least > 0) {
      return new ScaleDecision(0, false, "ScalingDisabled", false, "DesiredWithinRange");
    }
    if (current > most || current < least) {
      return within(Math.min(current, most) < least ? least : most, current > most);
    }
    if (utilisation.isEmpty()) {
      return new ScaleDecision(
          current, false, "FailedGetResourceMetric", false, "DesiredWithinRange");
    }
    int wanted = wanted(current, (double) utilisation.getAsInt() / target(autoscaler));
    return wanted > most || wanted < least
        ? within(Math.max(least, Math.min(most, wanted)), wanted > most)
        : new ScaleDecision(wanted, true, "ValidMetricFound", false, "DesiredWithinRange");
  }

  private static int wanted(int current, double ratio) {
    return Math.abs(ratio - 1) <= TOLERANCE ? current : (int) Math.ceil(current * ratio);
  }

  private static ScaleDecision within(int desired, boolean tooMany) {
    return new ScaleDecision(
        desired, true, "ValidMetricFound", true, tooMany ? "TooManyReplicas" : "TooFewReplicas");
  }

  private static int target(HorizontalPodAutoscaler autoscaler) {
    return autoscaler.getSpec().getMetrics().stream()
        .filter(metric -> metric.getResource() != null)
        .map(metric -> metric.getResource().getTarget().getAverageUtilization())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(DEFAULT_TARGET);
  }
}
