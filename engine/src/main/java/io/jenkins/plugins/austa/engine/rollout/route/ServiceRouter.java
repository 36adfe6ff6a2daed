package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryChangedException;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Routes by stable Services, one write a service.
 *
 * <p>On the way to a new revision callees move first, on the way back callers do: so a caller never
 * meets a callee that is older than itself.
 */
public final class ServiceRouter implements Router {

  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final StableServices services;

  public ServiceRouter(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
    this.services = new StableServices(target);
  }

  @Override
  public EntryState read() {
    return services.read(all());
  }

  @Override
  public EntryState switchTo(Colour colour, EntryState seen) {
    List<RolloutService> calleesFirst = new ArrayList<>(target.services());
    Collections.reverse(calleesFirst);
    Map<String, Service> found = asSeen(seen);
    ServiceMoves moves = new ServiceMoves(client, services);
    for (RolloutService service : calleesFirst) {
      try {
        moves.move(service, colour, found.get(services.name(service)));
      } catch (KubernetesClientException e) {
        throw failure(service, colour, e, moves.undo());
      }
    }
    return read();
  }

  @Override
  public EntryState takeBack(Colour colour, EntryState seen) {
    Map<String, Service> found = asSeen(seen);
    ServiceMoves moves = new ServiceMoves(client, services);
    for (RolloutService callerFirst : target.services()) {
      try {
        moves.takeBack(callerFirst, colour, found.get(services.name(callerFirst)));
      } catch (KubernetesClientException e) {
        throw failure(callerFirst, colour, e, moves.kept());
      }
    }
    return read();
  }

  @Override
  public List<EntryFinding> findings(EntryState seen) {
    Set<String> names = target.services().stream().map(services::name).collect(Collectors.toSet());
    return new IngressFindings(new Ingresses(client, target.namespace()), target)
        .ofThoseThatLeadTo(names);
  }

  @Override
  public String entry() {
    return "Services "
        + target.namespace()
        + "/"
        + target.services().stream().map(services::name).collect(Collectors.joining(", "));
  }

  private RuntimeException failure(
      RolloutService service, Colour colour, KubernetesClientException e, String others) {
    String name = "Service " + target.namespace() + "/" + services.name(service);
    if (e.getCode() == CONFLICT) {
      return new EntryChangedException(name, others, e);
    }
    String tried = "move " + name + " to " + colour;
    return new ClusterException(others.isEmpty() ? tried : tried + " (" + others + ")", e);
  }

  private Map<String, Service> asSeen(EntryState seen) {
    Map<String, Service> found = all();
    if (!services.read(found).versions().equals(seen.versions())) {
      throw new EntryChangedException(entry(), null);
    }
    return found;
  }

  private Map<String, Service> all() {
    Map<String, Service> found = new HashMap<>();
    for (RolloutService service : target.services()) {
      String name = services.name(service);
      try {
        Service stable = client.services().inNamespace(target.namespace()).withName(name).get();
        if (stable != null) {
          found.put(name, stable);
        }
      } catch (KubernetesClientException e) {
        throw new ClusterException("read Service " + target.namespace() + "/" + name, e);
      }
    }
    return found;
  }
}
