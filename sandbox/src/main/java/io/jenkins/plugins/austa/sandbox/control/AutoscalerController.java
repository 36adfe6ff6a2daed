package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerConditionBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatusBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Scales Deployments by their HorizontalPodAutoscalers and the load that a test says there is. */
public final class AutoscalerController {
  private final ClusterState state;
  private final ClusterClient client;
  private final Loads loads = new Loads();
  private final Reconciler queue;

  public AutoscalerController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.queue = new Reconciler(loop, this::reconcile);
    state.autoscalers().onChange(change -> queue.enqueue(change.last()));
    state
        .deployments()
        .onChange(
            change -> {
              String namespace = change.last().getMetadata().getNamespace();
              state.autoscalers().list(namespace).forEach(queue::enqueue);
            });
  }

  /**
   * Has the pods of an autoscaler's target be so busy from now on.
   *
   * @param percentOfOnePod load in percent of what one pod requests; the pods share it evenly
   */
  public void load(ControlLoop loop, String namespace, String autoscaler, int percentOfOnePod) {
    loads.set(namespace, autoscaler, percentOfOnePod);
    loop.execute(() -> queue.enqueue(namespace, autoscaler));
  }

  private void reconcile(String namespace, String name) {
    HorizontalPodAutoscaler autoscaler = state.autoscalers().get(namespace, name).orElse(null);
    if (autoscaler == null) {
      return;
    }
    Optional<Deployment> target =
        Optional.of(autoscaler.getSpec().getScaleTargetRef())
            .filter(reference -> "Deployment".equals(reference.getKind()))
            .flatMap(reference -> state.deployments().get(namespace, reference.getName()));
    if (target.isEmpty()) {
      write(autoscaler, withoutTarget(autoscaler));
      return;
    }
    int current = target.get().getSpec().getReplicas();
    OptionalInt utilisation = loads.average(namespace, name, current);
    ScaleDecision decision = ScaleDecision.of(autoscaler, current, utilisation);
    write(autoscaler, status(autoscaler, target.get(), decision, utilisation));
    if (decision.desired() != current) {
      client.merge(
          Kinds.DEPLOYMENTS, target.get(), "{\"spec\":{\"replicas\":" + decision.desired() + "}}");
    }
  }

  private void write(HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status) {
    if (!status.equals(autoscaler.getStatus())) {
      client.replaceStatus(
          Kinds.AUTOSCALERS,
          new HorizontalPodAutoscalerBuilder(autoscaler).withStatus(status).build());
    }
  }

  private static HorizontalPodAutoscalerStatus withoutTarget(HorizontalPodAutoscaler autoscaler) {
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

  private static HorizontalPodAutoscalerStatus status(
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
            .orElseGet(AutoscalerController::now);
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
