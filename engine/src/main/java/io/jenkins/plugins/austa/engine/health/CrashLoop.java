package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Whether pods restart again and again while users are on them.
 *
 * <p>Needs the verb {@code list} on pods.
 */
public final class CrashLoop implements Signal {

  public static final String NAME = "crash-loop";

  private static final String BACK_OFF = "CrashLoopBackOff";

  private final KubernetesClient client;
  private final String namespace;
  private final Map<String, String> labels;
  private final int maxRestarts;
  private final Executor calls;

  /**
   * @param labels that all pods of the revision have
   * @param maxRestarts how many restarts of one container are accepted
   * @param calls where the blocking API calls run
   */
  public CrashLoop(
      KubernetesClient client,
      String namespace,
      Map<String, String> labels,
      int maxRestarts,
      Executor calls) {
    this.client = client;
    this.namespace = namespace;
    this.labels = Map.copyOf(labels);
    this.maxRestarts = maxRestarts;
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

  private SignalVerdict look() {
    try {
      List<Pod> pods = client.pods().inNamespace(namespace).withLabels(labels).list().getItems();
      return decide(pods, maxRestarts);
    } catch (KubernetesClientException e) {
      return new SignalVerdict.Inconclusive(
          measured(maxRestarts, "no answer"),
          NAME + " is unknown: the API server could not be asked: " + e.getMessage());
    }
  }

  static SignalVerdict decide(List<Pod> pods, int maxRestarts) {
    if (pods.isEmpty()) {
      return new SignalVerdict.Inconclusive(
          measured(maxRestarts, "no pods"), NAME + " is unknown: there are no pods");
    }
    int most = 0;
    for (Pod pod : pods) {
      for (ContainerStatus container : containers(pod)) {
        int restarts = Optional.ofNullable(container.getRestartCount()).orElse(0);
        most = Math.max(most, restarts);
        boolean loops = waitsFor(container).equals(BACK_OFF);
        if (loops || restarts > maxRestarts) {
          return failed(pod, container, restarts, maxRestarts, loops);
        }
      }
    }
    return new SignalVerdict.Passed(
        measured(maxRestarts, most + " restarts"),
        NAME + ": no container of " + pods.size() + " pods restarted more than " + most + " times");
  }

  private static SignalVerdict failed(
      Pod pod, ContainerStatus container, int restarts, int maxRestarts, boolean loops) {
    String text =
        "%s: container %s of pod %s restarted %d times%s, more than the limit of %d allows"
            .formatted(
                NAME,
                container.getName(),
                pod.getMetadata().getName(),
                restarts,
                loops ? " and waits in " + BACK_OFF : "",
                maxRestarts);
    return new SignalVerdict.Failed(measured(maxRestarts, restarts + " restarts"), text);
  }

  private static List<ContainerStatus> containers(Pod pod) {
    return pod.getStatus() == null ? List.of() : pod.getStatus().getContainerStatuses();
  }

  private static String waitsFor(ContainerStatus container) {
    boolean waits = container.getState() != null && container.getState().getWaiting() != null;
    return waits ? String.valueOf(container.getState().getWaiting().getReason()) : "";
  }

  private static Measurement measured(int maxRestarts, String observed) {
    return new Measurement(NAME, Duration.ZERO, "at most " + maxRestarts + " restarts", observed);
  }
}
