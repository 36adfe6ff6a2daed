package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
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
      write(autoscaler, AutoscalerStatuses.withoutTarget(autoscaler));
      return;
    }
    int current = target.get().getSpec().getReplicas();
    OptionalInt utilisation = loads.average(namespace, name, current);
    ScaleDecision decision = ScaleDecision.of(autoscaler, current, utilisation);
    write(autoscaler, AutoscalerStatuses.of(autoscaler, target.get(), decision, utilisation));
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
}
