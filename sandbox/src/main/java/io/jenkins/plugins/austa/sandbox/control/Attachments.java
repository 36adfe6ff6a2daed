package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutes;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteNamespaces;
import io.jenkins.plugins.austa.sandbox.api.LabelSelectors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which Gateways' listeners take which routes; Gateways of every class are served. */
public final class Attachments {
  private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS");

  private final ClusterState state;

  public Attachments(ClusterState state) {
    this.state = state;
  }

  /** One for each parent that is a Gateway there is; other parents are nobody's here. */
  public List<Attachment> of(HTTPRoute route) {
    return route.getSpec().getParentRefs().stream()
        .filter(parent -> "Gateway".equals(parent.getKind()))
        .flatMap(parent -> gateway(route, parent).map(to -> attach(route, parent, to)).stream())
        .toList();
  }

  Optional<Gateway> gateway(HTTPRoute route, ParentReference parent) {
    String own = route.getMetadata().getNamespace();
    String namespace = Objects.requireNonNullElse(parent.getNamespace(), own);
    return state.gateways().get(namespace, parent.getName());
  }

  private Attachment attach(HTTPRoute route, ParentReference parent, Gateway gateway) {
    List<Listener> named =
        gateway.getSpec().getListeners().stream().filter(each -> isMeant(parent, each)).toList();
    if (named.isEmpty()) {
      return Attachment.refused(
          parent, "NoMatchingParent", "no listener of the Gateway has this sectionName and port");
    }
    List<Listener> open = named.stream().filter(each -> takes(gateway, each, route)).toList();
    if (open.isEmpty()) {
      return Attachment.refused(
          parent, "NotAllowedByListeners", "no listener allows HTTPRoutes of this namespace");
    }
    Set<String> hosts = new LinkedHashSet<>();
    open.forEach(listener -> hosts.addAll(hosts(route, listener)));
    if (hosts.isEmpty()) {
      return Attachment.refused(
          parent, "NoMatchingListenerHostname", "no hostname is one of a listener's");
    }
    Optional<String> unsupported = unsupported(route);
    if (unsupported.isPresent()) {
      return Attachment.refused(parent, "UnsupportedValue", unsupported.get());
    }
    Set<String> listeners =
        open.stream()
            .filter(listener -> !hosts(route, listener).isEmpty())
            .map(Listener::getName)
            .collect(Collectors.toSet());
    return new Attachment(parent, Attachment.ACCEPTED, "Route is accepted", listeners, hosts);
  }

  private static boolean isMeant(ParentReference parent, Listener listener) {
    boolean section =
        parent.getSectionName() == null || parent.getSectionName().equals(listener.getName());
    return section && (parent.getPort() == null || parent.getPort().equals(listener.getPort()));
  }

  private boolean takes(Gateway gateway, Listener listener, HTTPRoute route) {
    AllowedRoutes allowed = listener.getAllowedRoutes();
    boolean kind =
        allowed == null
            || allowed.getKinds().isEmpty()
            || allowed.getKinds().stream().anyMatch(each -> "HTTPRoute".equals(each.getKind()));
    RouteNamespaces namespaces = allowed == null ? null : allowed.getNamespaces();
    return PROTOCOLS.contains(listener.getProtocol())
        && kind
        && isAllowed(namespaces, gateway, route);
  }

  private boolean isAllowed(RouteNamespaces allowed, Gateway gateway, HTTPRoute route) {
    String namespace = route.getMetadata().getNamespace();
    String from = allowed == null || allowed.getFrom() == null ? "Same" : allowed.getFrom();
    return switch (from) {
      case "All" -> true;
      case "Selector" ->
          state
              .namespaces()
              .get("", namespace)
              .filter(each -> LabelSelectors.selects(allowed.getSelector(), each))
              .isPresent();
      default -> namespace.equals(gateway.getMetadata().getNamespace());
    };
  }

  private static Set<String> hosts(HTTPRoute route, Listener listener) {
    String listens = Objects.requireNonNullElse(listener.getHostname(), "");
    List<String> wanted = route.getSpec().getHostnames();
    return (wanted.isEmpty() ? List.of("") : wanted)
        .stream()
            .flatMap(host -> Hostnames.intersection(listens, host).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A route that asks for more than the sandbox can do is refused: half of it would be wrong. */
  private static Optional<String> unsupported(HTTPRoute route) {
    for (HTTPRouteRule rule : route.getSpec().getRules()) {
      boolean filters =
          !rule.getFilters().isEmpty()
              || rule.getBackendRefs().stream().anyMatch(ref -> !ref.getFilters().isEmpty());
      if (filters) {
        return Optional.of("filters are not supported by the sandbox");
      }
      if (rule.getMatches().stream().anyMatch(match -> !isByPath(match))) {
        return Optional.of("the sandbox matches by Exact and PathPrefix only");
      }
    }
    return Optional.empty();
  }

  private static boolean isByPath(HTTPRouteMatch match) {
    return match.getHeaders().isEmpty()
        && match.getQueryParams().isEmpty()
        && match.getMethod() == null
        && !"RegularExpression".equals(match.getPath().getType());
  }
}
