package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatusBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.api.LabelSelectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out how many pods of each PodDisruptionBudget may be evicted now. */
public final class DisruptionController {
  private final ClusterState state;
  private final ClusterClient client;
  private final Reconciler queue;

  public DisruptionController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.queue = new Reconciler(loop, this::reconcile);
    state.budgets().onChange(change -> queue.enqueue(change.last()));
    state.pods().onChange(change -> enqueueAll(change.last().getMetadata().getNamespace()));
    state.deployments().onChange(change -> enqueueAll(change.last().getMetadata().getNamespace()));
  }

  private void enqueueAll(String namespace) {
    state.budgets().list(namespace).forEach(queue::enqueue);
  }

  private void reconcile(String namespace, String name) {
    state.budgets().get(namespace, name).ifPresent(this::report);
  }

  private void report(PodDisruptionBudget budget) {
    List<Pod> pods =
        state.pods().list(budget.getMetadata().getNamespace()).stream()
            .filter(pod -> LabelSelectors.selects(budget.getSpec().getSelector(), pod))
            .toList();
    PodDisruptionBudgetStatus status = status(budget, pods);
    if (!status.equals(budget.getStatus())) {
      client.replaceStatus(
          Kinds.DISRUPTION_BUDGETS,
          new PodDisruptionBudgetBuilder(budget).withStatus(status).build());
    }
  }

  private PodDisruptionBudgetStatus status(PodDisruptionBudget budget, List<Pod> pods) {
    Map<String, String> disrupted = stillDisrupted(budget, pods);
    int healthy =
        (int)
            pods.stream()
                .filter(pod -> !Pods.isTerminating(pod) && Pods.isReady(pod))
                .filter(pod -> !disrupted.containsKey(pod.getMetadata().getName()))
                .count();
    int expected = expected(budget.getSpec(), pods);
    int desired = desired(budget.getSpec(), expected);
    int allowed = expected > 0 ? Math.max(0, healthy - desired) : 0;
    List<Condition> before =
        budget.getStatus() == null ? List.of() : budget.getStatus().getConditions();
    Long generation = budget.getMetadata().getGeneration();
    return new PodDisruptionBudgetStatusBuilder()
        .withCurrentHealthy(healthy)
        .withDesiredHealthy(desired)
        .withExpectedPods(expected)
        .withDisruptionsAllowed(allowed)
        .withDisruptedPods(disrupted)
        .withObservedGeneration(generation)
        .withConditions(
            new Conditions(before, generation)
                .condition(
                    "DisruptionAllowed",
                    allowed > 0,
                    allowed > 0 ? "SufficientPods" : "InsufficientPods",
                    ""))
        .build();
  }

  /** The evicted whose end has not been seen yet. */
  private static Map<String, String> stillDisrupted(PodDisruptionBudget budget, List<Pod> pods) {
    Map<String, String> disrupted = new HashMap<>();
    if (budget.getStatus() != null && budget.getStatus().getDisruptedPods() != null) {
      budget.getStatus().getDisruptedPods().forEach(disrupted::put);
    }
    disrupted
        .keySet()
        .removeIf(
            name ->
                pods.stream()
                    .filter(pod -> pod.getMetadata().getName().equals(name))
                    .allMatch(Pods::isTerminating));
    return disrupted;
  }

  /** How many pods there should be: what their controllers ask for, where shares are of that. */
  private int expected(PodDisruptionBudgetSpec spec, List<Pod> pods) {
    boolean counted = spec.getMinAvailable() != null && spec.getMinAvailable().getIntVal() != null;
    if (counted) {
      return pods.size();
    }
    Map<String, Integer> byController = new HashMap<>();
    for (Pod pod : pods) {
      replicas(pod).ifPresent(byController::putAll);
    }
    return byController.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Optional<Map<String, Integer>> replicas(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    return controller(pod.getMetadata().getOwnerReferences(), "ReplicaSet")
        .flatMap(name -> state.replicaSets().get(namespace, name))
        .map(set -> replicas(namespace, set));
  }

  private Map<String, Integer> replicas(String namespace, ReplicaSet set) {
    return controller(set.getMetadata().getOwnerReferences(), "Deployment")
        .flatMap(name -> state.deployments().get(namespace, name))
        .map(each -> Map.of(each.getMetadata().getUid(), each.getSpec().getReplicas()))
        .orElseGet(() -> Map.of(set.getMetadata().getUid(), set.getSpec().getReplicas()));
  }

  private static Optional<String> controller(List<OwnerReference> owners, String kind) {
    return owners.stream()
        .filter(owner -> owner.getKind().equals(kind))
        .map(OwnerReference::getName)
        .findFirst();
  }

  private static int desired(PodDisruptionBudgetSpec spec, int expected) {
    if (spec.getMaxUnavailable() != null) {
      return Math.max(0, expected - amount(spec.getMaxUnavailable(), expected));
    }
    return spec.getMinAvailable() == null ? 1 : amount(spec.getMinAvailable(), expected);
  }

  /** Shares are rounded up, both of what must stay and of what may go. */
  private static int amount(IntOrString limit, int expected) {
    if (limit.getIntVal() != null) {
      return limit.getIntVal();
    }
    double share = Double.parseDouble(limit.getStrVal().replace("%", "")) / 100;
    return (int) Math.ceil(share * expected);
  }
}
