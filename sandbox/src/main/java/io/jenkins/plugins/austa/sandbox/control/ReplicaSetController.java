package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetConditionBuilder;
import io.jenkins.plugins.austa.sandbox.api.ApiException;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.api.LabelSelectors;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps as many pods of a ReplicaSet as it asks for, and reports how many there are. */
public final class ReplicaSetController {
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final ClusterState state;
  private final ClusterClient client;
  private final EventRecorder events;
  private final ControlLoop loop;
  private final Reconciler queue;

  public ReplicaSetController(
      ClusterState state, ClusterClient client, EventRecorder events, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.events = events;
    this.loop = loop;
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
    Optional<String> refusal = create(set, missing);
    // Those that serve nobody go first, then the youngest.
    pods.stream()
        .sorted(
            Comparator.comparing(Pods::isReady)
                .thenComparing(
                    p -> p.getMetadata().getCreationTimestamp(), Comparator.reverseOrder())
                .thenComparing(p -> p.getMetadata().getName()))
        .limit(Math.max(0, -missing))
        .forEach(surplus -> client.delete(Kinds.PODS, surplus));
    report(set, active(set), refusal);
  }

  /** Creates pods until one is refused; the result says why. */
  private Optional<String> create(ReplicaSet set, int missing) {
    try {
      for (int i = 0; i < missing; i++) {
        client.create(Kinds.PODS, pod(set), Pod.class);
      }
      return Optional.empty();
    } catch (ApiException e) {
      events.warning(set, "FailedCreate", "Error creating: " + e.getMessage());
      loop.after(AGAIN, () -> queue.enqueue(set));
      return Optional.of(e.getMessage());
    }
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

  private void report(ReplicaSet set, List<Pod> pods, Optional<String> refusal) {
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
            .withConditions(refusal.map(why -> failure(set, why)).stream().toList())
            .endStatus()
            .build());
  }

  /** The names of refused pods differ each time; the condition stays with the first. */
  private static ReplicaSetCondition failure(ReplicaSet set, String why) {
    return Optional.ofNullable(set.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .findFirst()
        .orElseGet(
            () ->
                new ReplicaSetConditionBuilder()
                    .withType("ReplicaFailure")
                    .withStatus("True")
                    .withReason("FailedCreate")
                    .withMessage(why)
                    .withLastTransitionTime(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
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
