package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.OwnLabels;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The entry as an Ingress: one rule with one prefix path for each service. Pure, nothing here talks
 * to a cluster.
 */
final class IngressEntry implements OneObjectEntry<Ingress> {

  private static final String PREFIX = "Prefix";
  private static final String PORT_NAME = "http";

  private final RolloutTarget target;
  private final RouteNames names;

  IngressEntry(RolloutTarget target) {
    this.target = target;
    this.names = new RouteNames(target);
  }

  @Override
  public EntryState read(Ingress ingress) {
    if (ingress == null) {
      return EntryState.absent();
    }
    List<String> oddities = new ArrayList<>();
    if (ingress.getSpec() != null && ingress.getSpec().getDefaultBackend() != null) {
      oddities.add("it has a default backend");
    }
    List<HTTPIngressPath> paths = paths(ingress, oddities);
    Map<String, Colour> carries = new HashMap<>();
    for (RolloutService service : target.services()) {
      colour(service, paths, oddities).ifPresent(colour -> carries.put(service.name(), colour));
    }
    paths.stream()
        .filter(path -> service(path).isEmpty())
        .forEach(
            path ->
                oddities.add(
                    "it has the path " + path.getPath() + ", which belongs to no service"));
    Map<String, String> version =
        Map.of(target.entryName(), ingress.getMetadata().getResourceVersion());
    return new EntryState(carries, version, oddities);
  }

  @Override
  public Ingress created(Colour colour) {
    return new IngressBuilder()
        .withNewMetadata()
        .withName(target.entryName())
        .withNamespace(target.namespace())
        .withLabels(OwnLabels.of(target))
        .endMetadata()
        .withNewSpec()
        .addNewRule()
        .withHost(target.publicHost())
        .withNewHttp()
        .withPaths(target.services().stream().map(service -> path(service, colour)).toList())
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  @Override
  public Ingress pointedTo(Colour colour, Ingress ingress) {
    Ingress moved = new IngressBuilder(ingress).build();
    for (IngressRule rule : moved.getSpec().getRules()) {
      if (rule.getHttp() == null) {
        continue;
      }
      for (HTTPIngressPath path : rule.getHttp().getPaths()) {
        service(path)
            .ifPresent(
                service ->
                    path.getBackend().getService().setName(target.objectName(service, colour)));
      }
    }
    return moved;
  }

  private HTTPIngressPath path(RolloutService service, Colour colour) {
    return new HTTPIngressPathBuilder()
        .withPath(service.routePath())
        .withPathType(PREFIX)
        .withNewBackend()
        .withNewService()
        .withName(target.objectName(service, colour))
        .withNewPort()
        .withNumber(service.port())
        .endPort()
        .endService()
        .endBackend()
        .build();
  }

  private List<HTTPIngressPath> paths(Ingress ingress, List<String> oddities) {
    List<HTTPIngressPath> paths = new ArrayList<>();
    List<IngressRule> rules = ingress.getSpec() == null ? List.of() : ingress.getSpec().getRules();
    for (IngressRule rule : rules) {
      if (!Objects.equals(rule.getHost(), target.publicHost())) {
        oddities.add(
            "it has a rule for the host " + Objects.requireNonNullElse(rule.getHost(), "*"));
      }
      if (rule.getHttp() != null) {
        paths.addAll(rule.getHttp().getPaths());
      }
    }
    return paths;
  }

  private Optional<Colour> colour(
      RolloutService service, List<HTTPIngressPath> paths, List<String> oddities) {
    List<HTTPIngressPath> own =
        paths.stream().filter(path -> service.routePath().equals(path.getPath())).toList();
    if (own.size() != 1) {
      oddities.add(
          "it has " + own.size() + " paths " + service.routePath() + " for " + service.name());
      return Optional.empty();
    }
    HTTPIngressPath path = own.get(0);
    IngressServiceBackend backend =
        path.getBackend() == null ? null : path.getBackend().getService();
    Optional<Colour> colour =
        backend == null ? Optional.empty() : names.colourOf(service, backend.getName());
    if (colour.isEmpty() || !PREFIX.equals(path.getPathType()) || !portFits(service, backend)) {
      oddities.add(
          "its path "
              + service.routePath()
              + " leads to "
              + describe(path, backend)
              + " and not to "
              + target.objectName(service, Colour.BLUE)
              + " or -green by prefix at port "
              + service.port());
    }
    return colour;
  }

  private static boolean portFits(RolloutService service, IngressServiceBackend backend) {
    return backend.getPort() != null
        && (PORT_NAME.equals(backend.getPort().getName())
            || Objects.equals(service.port(), backend.getPort().getNumber()));
  }

  private static String describe(HTTPIngressPath path, IngressServiceBackend backend) {
    if (backend == null) {
      return "no Service";
    }
    String port =
        backend.getPort() == null
            ? "no port"
            : Objects.toString(
                backend.getPort().getNumber(), Objects.toString(backend.getPort().getName(), ""));
    return backend.getName() + ":" + port + " (" + path.getPathType() + ")";
  }

  private Optional<RolloutService> service(HTTPIngressPath path) {
    return names.serviceAt(path.getPath());
  }
}
