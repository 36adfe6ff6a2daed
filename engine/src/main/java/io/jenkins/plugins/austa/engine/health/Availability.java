package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Whether Deployments have all their pods available, have given up, or restart too often.
 *
 * <p>Needs the verbs {@code get} on deployments and {@code list} on pods.
 */
public final class Availability implements Signal {

  public static final String NAME = "availability";

  private final KubernetesClient client;
  private final String namespace;
  private final List<ExpectedWorkload> workloads;
  private final int maxRestarts;
  private final Changes changes;
  private final Executor calls;

  /** Nothing tells it of changes. */
  public Availability(
      KubernetesClient client,
      String namespace,
      List<ExpectedWorkload> workloads,
      int maxRestarts,
      Executor calls) {
    this(client, namespace, workloads, maxRestarts, Changes.NONE, calls);
  }

  /**
   * @param maxRestarts how many container restarts of one Deployment are accepted
   * @param changes of these Deployments
   * @param calls where the blocking API calls run
   */
  public Availability(
      KubernetesClient client,
      String namespace,
      List<ExpectedWorkload> workloads,
      int maxRestarts,
      Changes changes,
      Executor calls) {
    this.client = client;
    this.namespace = namespace;
    this.workloads = List.copyOf(workloads);
    this.maxRestarts = maxRestarts;
    this.changes = changes;
    this.calls = calls;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return CompletableFuture.supplyAsync(this::look, calls);
  }

  @Override
  public Changes changes() {
    return changes;
  }

  private SignalVerdict look() {
    try {
      List<DeploymentFacts> facts = workloads.stream().map(this::facts).toList();
      return AvailabilityRule.decide(facts, workloads, maxRestarts);
    } catch (KubernetesClientException e) {
      return new SignalVerdict.Inconclusive(
          new Measurement(NAME, Duration.ZERO, "all pods available", "no answer"),
          NAME + " is unknown: the API server could not be asked: " + e.getMessage());
    }
  }

  private DeploymentFacts facts(ExpectedWorkload workload) {
    Deployment deployment =
        client.apps().deployments().inNamespace(namespace).withName(workload.deployment()).get();
    if (deployment == null) {
      return DeploymentFacts.missing(workload.deployment());
    }
    DeploymentStatus status =
        Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
    List<Pod> pods = pods(deployment);
    return new DeploymentFacts(
        workload.deployment(),
        true,
        number(deployment.getMetadata().getGeneration()),
        number(status.getObservedGeneration()),
        deployment.getSpec().getReplicas() == null ? 1 : deployment.getSpec().getReplicas(),
        number(status.getReplicas()),
        number(status.getUpdatedReplicas()),
        number(status.getAvailableReplicas()),
        deadlineExceeded(status),
        pods.stream().flatMap(Availability::containers).mapToInt(Availability::restarts).sum(),
        pods.stream().flatMap(Availability::troubles).limit(3).toList());
  }

  private List<Pod> pods(Deployment deployment) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabelSelector(deployment.getSpec().getSelector())
        .list()
        .getItems();
  }

  private static Optional<String> deadlineExceeded(DeploymentStatus status) {
    return status.getConditions().stream()
        .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()))
        .map(condition -> Optional.ofNullable(condition.getMessage()).orElse("deadline exceeded"))
        .findFirst();
  }

  private static Stream<ContainerStatus> containers(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : pod.getStatus().getContainerStatuses().stream();
  }

  private static int restarts(ContainerStatus container) {
    return number(container.getRestartCount());
  }

  private static Stream<String> troubles(Pod pod) {
    return containers(pod)
        .filter(container -> container.getState() != null)
        .filter(container -> container.getState().getWaiting() != null)
        .map(
            container ->
                pod.getMetadata().getName() + ": " + container.getState().getWaiting().getReason());
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  private static long number(Long value) {
    return value == null ? 0 : value;
  }
}
