package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.OwnLabels;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The entry as one Service for each service of the platform, which belongs to no colour and whose
 * selector says which colour's pods it leads to. Pure, nothing here talks to a cluster.
 */
final class StableServices {

  private static final String PORT_NAME = "http";
  private static final String HELM_RELEASE = "meta.helm.sh/release-name";

  private final RolloutTarget target;
  private final RouteNames names;

  StableServices(RolloutTarget target) {
    this.target = target;
    this.names = new RouteNames(target);
  }

  /** The name of the Service that users of {@code service} keep calling. */
  String name(RolloutService service) {
    return target.release() + "-" + service.name();
  }

  /**
   * @param found by name, as the API server has them; those that do not exist are left out
   */
  EntryState read(Map<String, Service> found) {
    Map<String, Colour> carries = new HashMap<>();
    Map<String, String> versions = new HashMap<>();
    List<String> oddities = new ArrayList<>();
    Set<String> without = new HashSet<>();
    for (RolloutService service : target.services()) {
      String name = name(service);
      Service stable = found.get(name);
      if (stable == null) {
        without.add(service.name());
        continue;
      }
      versions.put(name, stable.getMetadata().getResourceVersion());
      check(service, stable, oddities);
      Optional<Colour> colour = colour(service, stable);
      colour.ifPresent(it -> carries.put(service.name(), it));
    }
    return versions.isEmpty()
        ? EntryState.absent()
        : new EntryState(carries, versions, oddities, without);
  }

  /** The colour whose pods it leads to, empty when its selector was edited. */
  Optional<Colour> colour(RolloutService service, Service stable) {
    return names.colourOf(service, stable.getSpec().getSelector());
  }

  Service created(RolloutService service, Colour colour) {
    Map<String, String> labels = new HashMap<>(OwnLabels.of(target));
    labels.put("app.kubernetes.io/name", service.name());
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name(service))
        .withNamespace(target.namespace())
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .withType("ClusterIP")
        .withSelector(names.selector(service, colour))
        .addNewPort()
        .withName(PORT_NAME)
        .withPort(service.port())
        .withTargetPort(new IntOrString(PORT_NAME))
        .withProtocol("TCP")
        .endPort()
        .endSpec()
        .build();
  }

  /**
   * The same Service with nothing changed but the selector and the count of moves; keeps the
   * resourceVersion.
   */
  Service pointedTo(RolloutService service, Colour colour, Service stable) {
    return MoveCount.raised(
        new ServiceBuilder(stable)
            .editSpec()
            .withSelector(names.selector(service, colour))
            .endSpec()
            .build());
  }

  private void check(RolloutService service, Service stable, List<String> oddities) {
    String name = "Service " + name(service);
    if (colour(service, stable).isEmpty()) {
      Map<String, String> selector = stable.getSpec().getSelector();
      oddities.add(
          name
              + " selects "
              + (selector == null ? "nothing" : new TreeMap<>(selector))
              + " and not "
              + new TreeMap<>(names.selector(service, Colour.BLUE))
              + " or -green");
    }
    if ("ExternalName".equals(stable.getSpec().getType())) {
      oddities.add(name + " leads to another host, it is of type ExternalName");
    }
    if (stable.getSpec().getPorts().stream().noneMatch(port -> fits(service, port))) {
      oddities.add(name + " does not lead from port " + service.port() + " to the port http");
    }
    String release =
        Objects.requireNonNullElse(stable.getMetadata().getAnnotations(), Map.<String, String>of())
            .get(HELM_RELEASE);
    if (release != null) {
      oddities.add(
          name + " belongs to Helm release " + release + ", which would move or delete it");
    }
    if (!stable.getMetadata().getOwnerReferences().isEmpty()) {
      oddities.add(
          name
              + " is owned by "
              + stable.getMetadata().getOwnerReferences().get(0).getKind()
              + " "
              + stable.getMetadata().getOwnerReferences().get(0).getName()
              + " and goes away with it");
    }
  }

  private static boolean fits(RolloutService service, ServicePort port) {
    return Objects.equals(service.port(), port.getPort())
        && port.getTargetPort() != null
        && PORT_NAME.equals(port.getTargetPort().getStrVal());
  }
}
