package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Empties a node as {@code kubectl drain} does: no new pods, then each pod is evicted, and asked
 * again while its disruption budget does not allow it.
 */
public final class Drain {
  private static final long AGAIN_MILLIS = 50;
  private static final int NOT_FOUND = 404;

  private final KubernetesClient client;
  private final String node;
  private final List<String> evicted = new ArrayList<>();
  private int refused;

  /**
   * @param client the one who drains; stays open
   */
  public Drain(KubernetesClient client, String node) {
    this.client = client;
    this.node = node;
  }

  /**
   * What came of it.
   *
   * @param emptied whether no pod is left on the node
   * @param evicted names of the pods that were evicted, in order
   * @param refused how often a budget did not allow it
   */
  public record Outcome(boolean emptied, List<String> evicted, int refused) {}

  /** Drains, at most for so long. The node takes no pods until {@link #uncordon()}. */
  public Outcome run(Duration patience) throws InterruptedException {
    cordon(true);
    long deadline = System.nanoTime() + patience.toNanos();
    Deque<Pod> left = new ArrayDeque<>(pods());
    CountDownLatch never = new CountDownLatch(1);
    while (System.nanoTime() < deadline && !pods().isEmpty()) {
      for (int i = left.size(); i > 0; i--) {
        Pod pod = left.remove();
        if (!evict(pod)) {
          left.add(pod);
        }
      }
      if (never.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts this down");
      }
    }
    return new Outcome(pods().isEmpty(), List.copyOf(evicted), refused);
  }

  /** Lets the node take pods again. */
  public void uncordon() {
    cordon(false);
  }

  private void cordon(boolean on) {
    client
        .nodes()
        .withName(node)
        .edit(
            each -> {
              each.getSpec().setUnschedulable(on ? Boolean.TRUE : null);
              return each;
            });
  }

  private List<Pod> pods() {
    return client.pods().inAnyNamespace().withField("spec.nodeName", node).list().getItems();
  }

  private PodResource at(Pod pod) {
    return client
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName());
  }

  /** Whether the pod is on its way out; the client says false when a budget refuses. */
  private boolean evict(Pod pod) {
    Eviction eviction =
        new EvictionBuilder()
            .withNewMetadata()
            .withNamespace(pod.getMetadata().getNamespace())
            .withName(pod.getMetadata().getName())
            .endMetadata()
            .build();
    try {
      if (!at(pod).evict(eviction)) {
        refused++;
        return false;
      }
      evicted.add(pod.getMetadata().getName());
    } catch (KubernetesClientException e) {
      if (e.getCode() != NOT_FOUND) {
        throw e;
      }
    }
    return true;
  }
}
