package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerConditionBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes out what an autoscaler sees and does. */
final class AutoscalerStatuses {
  private AutoscalerStatuses() {}

  static HorizontalPodAutoscalerStatus withoutTarget(HorizontalPodAutoscaler autoscaler) {
    return new HorizontalPodAutoscalerStatusBuilder()
        .withCurrentReplicas(0)
        .withDesiredReplicas(0)
        .withConditions(
            condition(
                autoscaler,
                "AbleToScale",
                false,
                "FailedGetScale",
                "the HPA controller was unable to get the target's current scale: deployments.apps"
                    + " \""
                    + autoscaler.getSpec().getScaleTargetRef().getName()
                    + "\" not found"))
        .build();
  }

  static HorizontalPodAutoscalerStatus of(
      HorizontalPodAutoscaler autoscaler,
      Deployment target,
      ScaleDecision decision,
      OptionalInt utilisation) {
    boolean scales = decision.desired() != target.getSpec().getReplicas();
    HorizontalPodAutoscalerStatus before = autoscaler.getStatus();
    Integer running =
        Optional.ofNullable(target.getStatus()).map(DeploymentStatus::getReplicas).orElse(0);
    HorizontalPodAutoscalerStatusBuilder status =
        new HorizontalPodAutoscalerStatusBuilder()
            .withCurrentReplicas(running)
            .withDesiredReplicas(decision.desired())
            .withObservedGeneration(autoscaler.getMetadata().getGeneration())
            .withLastScaleTime(scales ? now() : before == null ? null : before.getLastScaleTime())
            .withConditions(
                List.of(
                    condition(
                        autoscaler,
                        "AbleToScale",
                        true,
                        scales ? "SucceededRescale" : "ReadyForNewScale",
                        scales
                            ? "the HPA controller was able to update the target scale to "
                                + decision.desired()
                            : "recommended size matches current size"),
                    condition(
                        autoscaler,
                        "ScalingActive",
                        decision.active(),
                        decision.activeReason(),
                        activeMessage(decision)),
                    condition(
                        autoscaler,
                        "ScalingLimited",
                        decision.limited(),
                        decision.limitedReason(),
                        decision.limited()
                            ? "the desired replica count is outside the range of the HPA"
                            : "the desired count is within the acceptable range")));
    utilisation.ifPresent(
        percent ->
            status
                .addNewCurrentMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewCurrent()
                .withAverageUtilization(percent)
                .endCurrent()
                .endResource()
                .endCurrentMetric());
    return status.build();
  }

  private static String activeMessage(ScaleDecision decision) {
    return switch (decision.activeReason()) {
      case "ScalingDisabled" -> "scaling is disabled since the replica count of the target is zero";
      case "FailedGetResourceMetric" ->
          "the HPA was unable to compute the replica count: failed to get cpu utilization: unable"
              + " to get metrics for resource cpu: no metrics returned from resource metrics API";
      default ->
          "the HPA was able to successfully calculate a replica count from cpu resource utilization"
              + " (percentage of request)";
    };
  }

  private static HorizontalPodAutoscalerCondition condition(
      HorizontalPodAutoscaler autoscaler,
      String type,
      boolean holds,
      String reason,
      String message) {
    String status = holds ? "True" : "False";
    String since =
        Optional.ofNullable(autoscaler.getStatus()).stream()
            .flatMap(before -> before.getConditions().stream())
            .filter(before -> before.getType().equals(type) && before.getStatus().equals(status))
            .map(HorizontalPodAutoscalerCondition::getLastTransitionTime)
            .findFirst()
            .orElseGet(AutoscalerStatuses::now);
    return new HorizontalPodAutoscalerConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastTransitionTime(since)
        .build();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
