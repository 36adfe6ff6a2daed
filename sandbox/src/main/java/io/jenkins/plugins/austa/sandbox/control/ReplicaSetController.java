package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.util.Comparator;
import java.util.List;

/** Keeps as many pods of a ReplicaSet as it asks for, and reports how many there are. */
public final class ReplicaSetController {
  private final ClusterState state;
  private final ClusterClient client;
  private final Reconciler queue;

  public ReplicaSetController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.queue = new Reconciler(loop, this::reconcile);
    state.replicaSets().onChange(change -> queue.enqueue(change.last()));
    state.pods().onChange(change -> queue.enqueueOwner(change.last(), "ReplicaSet"));
  }

  private void reconcile(String namespace, String name) {
    ReplicaSet set = state.replicaSets().get(namespace, name).orElse(null);
    if (set == null || set.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    release(set);
    List<Pod> pods = active(set);
    int missing = set.getSpec().getReplicas() - pods.size();
    for (int i = 0; i < missing; i++) {
      client.create(Kinds.PODS, pod(set), Pod.class);
    }
    // Those that serve nobody go first, then the youngest.
    pods.stream()
        .sorted(
            Comparator.comparing(Pods::isReady)
                .thenComparing(
                    p -> p.getMetadata().getCreationTimestamp(), Comparator.reverseOrder())
                .thenComparing(p -> p.getMetadata().getName()))
        .limit(Math.max(0, -missing))
        .forEach(surplus -> client.delete(Kinds.PODS, surplus));
    report(set, active(set));
  }

  /** A pod that lost the labels is on its own from now on, and is replaced. */
  private void release(ReplicaSet set) {
    state.pods().ownedBy(set).stream()
        .filter(pod -> !LabelSelectors.selects(set.getSpec().getSelector(), pod))
        .forEach(pod -> client.merge(Kinds.PODS, pod, "{\"metadata\":{\"ownerReferences\":null}}"));
  }

  private List<Pod> active(ReplicaSet set) {
    return state.pods().ownedBy(set).stream().filter(pod -> !Pods.isTerminating(pod)).toList();
  }

  private void report(ReplicaSet set, List<Pod> pods) {
    int ready = (int) pods.stream().filter(Pods::isReady).count();
    client.replaceStatus(
        Kinds.REPLICA_SETS,
        new ReplicaSetBuilder(set)
            .withNewStatus()
            .withReplicas(pods.size())
            .withFullyLabeledReplicas(pods.size())
            .withReadyReplicas(ready)
            .withAvailableReplicas(ready)
            .withObservedGeneration(set.getMetadata().getGeneration())
            .endStatus()
            .build());
  }

  private static Pod pod(ReplicaSet set) {
    var template = set.getSpec().getTemplate();
    return new PodBuilder()
        .withNewMetadata()
        .withGenerateName(set.getMetadata().getName() + "-")
        .withNamespace(set.getMetadata().getNamespace())
        .withLabels(template.getMetadata().getLabels())
        .withAnnotations(template.getMetadata().getAnnotations())
        .withOwnerReferences(Owners.controller(set))
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
  }
}
