package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The writes of one move, in order, so that they can be taken back. Only what was written here is
 * ever taken back, and only while nobody has written over it. Calls block.
 */
final class ServiceMoves {

  private final KubernetesClient client;
  private final StableServices services;

  /** The latest first. */
  private final Deque<ServiceWrite> sent = new ArrayDeque<>();

  ServiceMoves(KubernetesClient client, StableServices services) {
    this.client = client;
    this.services = services;
  }

  /**
   * Points a Service to {@code colour}, or creates it. One that is there already is written all the
   * same, so that nothing that was sent to it before comes true.
   *
   * @param found as read before, its resourceVersion is the precondition; null when there was none
   * @throws KubernetesClientException when that failed, or nobody knows
   */
  void move(RolloutService service, Colour colour, Service found) {
    ServiceWrite write = new ServiceWrite(client, services, service, colour, found);
    sent.push(write);
    write.send();
  }

  /**
   * Takes back what was moved, the last first, and stops where that fails: whoever moved before is
   * called by whoever moved later, and must not go back alone. Says in a sentence what became of
   * it; empty when nothing had moved.
   */
  String undo() {
    List<String> back = new ArrayList<>();
    List<ServiceWrite> left =
        sent.stream().filter(ServiceWrite::moves).collect(Collectors.toList());
    while (!left.isEmpty()) {
      try {
        ServiceWrite last = left.get(0);
        if (last.hasHappened()) {
          last.undo();
          back.add(last.name());
        }
        left.remove(0);
      } catch (KubernetesClientException e) {
        return names(left) + " had moved or may have, and could not be put back";
      }
    }
    return back.isEmpty() ? "" : String.join(", ", back) + " had moved and is back";
  }

  /** Says in a sentence what was moved and stays; empty when it was nothing. */
  String kept() {
    List<ServiceWrite> moved =
        sent.stream().skip(1).filter(ServiceWrite::moves).collect(Collectors.toList());
    return moved.isEmpty() ? "" : names(moved) + " had moved and stays";
  }

  private static String names(List<ServiceWrite> writes) {
    return writes.stream().map(ServiceWrite::name).collect(Collectors.joining(", "));
  }
}
