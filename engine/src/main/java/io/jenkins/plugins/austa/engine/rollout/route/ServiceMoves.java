package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.Router;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The writes of one move, in order, so that they can be taken back. Only what was written here is
 * ever taken back, and only while nobody has written over it. Calls block.
 */
final class ServiceMoves {

  private final KubernetesClient client;
  private final StableServices services;
  private final Deque<Move> done = new ArrayDeque<>();

  /**
   * @param from null when the Service was created
   * @param written as the API server has it now
   */
  private record Move(RolloutService service, Colour from, Service written) {}

  ServiceMoves(KubernetesClient client, StableServices services) {
    this.client = client;
    this.services = services;
  }

  /**
   * Points a Service to {@code colour}, or creates it; does nothing to one that is there already.
   *
   * @param found as read before, its resourceVersion is the precondition; null when there was none
   */
  void move(RolloutService service, Colour colour, Service found) {
    Optional<Colour> from = found == null ? Optional.empty() : services.colour(service, found);
    if (!from.equals(Optional.of(colour))) {
      write(service, colour, found, from);
    }
  }

  /** As {@link #move}, but writes also where it is there already, see {@link Router#takeBack}. */
  void takeBack(RolloutService service, Colour colour, Service found) {
    Optional<Colour> from = found == null ? Optional.empty() : services.colour(service, found);
    write(service, colour, found, from);
  }

  private void write(RolloutService service, Colour colour, Service found, Optional<Colour> from) {
    Service wanted =
        found == null
            ? services.created(service, colour)
            : services.pointedTo(service, colour, found);
    done.push(new Move(service, from.orElse(null), write(service, colour, found, wanted)));
  }

  /** Takes back what was written, the last first; says in a sentence what became of it. */
  String undo() {
    List<String> back = new ArrayList<>();
    List<String> stuck = new ArrayList<>();
    for (Move move : done) {
      String name = services.name(move.service());
      try {
        undo(move);
        back.add(name);
      } catch (KubernetesClientException e) {
        stuck.add(name);
      }
    }
    if (stuck.isEmpty()) {
      return back.isEmpty() ? "" : String.join(", ", back) + " had moved and is back";
    }
    return String.join(", ", stuck) + " had moved and could not be put back";
  }

  /** Says in a sentence what was written and stays; empty when it was nothing. */
  String kept() {
    return done.isEmpty()
        ? ""
        : done.stream().map(move -> services.name(move.service())).collect(Collectors.joining(", "))
            + " had moved and stays";
  }

  private Service write(RolloutService service, Colour colour, Service found, Service wanted) {
    try {
      return found == null ? client.resource(wanted).create() : client.resource(wanted).update();
    } catch (KubernetesClientException e) {
      // The answer to a write that worked may have been lost on the way.
      return lost(service, colour, wanted).orElseThrow(() -> e);
    }
  }

  private Optional<Service> lost(RolloutService service, Colour colour, Service wanted) {
    try {
      return Optional.ofNullable(client.resource(wanted).get())
          .filter(now -> services.colour(service, now).equals(Optional.of(colour)))
          .filter(now -> !version(now).equals(version(wanted)));
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> version(Service service) {
    return Optional.ofNullable(service.getMetadata().getResourceVersion());
  }

  private void undo(Move move) {
    if (move.from() == null) {
      client.resource(move.written()).lockResourceVersion().delete();
    } else {
      Service back = services.pointedTo(move.service(), move.from(), move.written());
      write(move.service(), move.from(), move.written(), back);
    }
  }
}
