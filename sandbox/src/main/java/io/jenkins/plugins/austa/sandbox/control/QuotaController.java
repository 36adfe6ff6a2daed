package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.api.QuotaUsage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes into each ResourceQuota how much of it is used. */
public final class QuotaController {
  private final ClusterState state;
  private final ClusterClient client;
  private final Reconciler queue;

  public QuotaController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.queue = new Reconciler(loop, this::reconcile);
    state.quotas().onChange(change -> queue.enqueue(change.last()));
    state
        .pods()
        .onChange(
            change -> {
              String namespace = change.last().getMetadata().getNamespace();
              state.quotas().list(namespace).forEach(queue::enqueue);
            });
  }

  private void reconcile(String namespace, String name) {
    state.quotas().get(namespace, name).ifPresent(quota -> report(quota, namespace));
  }

  private void report(ResourceQuota quota, String namespace) {
    List<Pod> pods = state.pods().list(namespace);
    Map<String, Quantity> hard = quota.getSpec().getHard();
    Map<String, Quantity> used = new TreeMap<>();
    hard.keySet().stream()
        .filter(QuotaUsage::isMeasured)
        .forEach(
            resource ->
                used.put(resource, QuotaUsage.quantity(resource, QuotaUsage.of(pods, resource))));
    client.replaceStatus(
        Kinds.RESOURCE_QUOTAS,
        new ResourceQuotaBuilder(quota)
            .withNewStatus()
            .withHard(hard)
            .withUsed(used)
            .endStatus()
            .build());
  }
}
