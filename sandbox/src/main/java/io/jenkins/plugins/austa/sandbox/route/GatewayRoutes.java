package io.jenkins.plugins.austa.sandbox.route;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.jenkins.plugins.austa.sandbox.control.Attachment;
import io.jenkins.plugins.austa.sandbox.control.Attachments;
import io.jenkins.plugins.austa.sandbox.control.BackendReferences;
import io.jenkins.plugins.austa.sandbox.control.ClusterState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The routes that HTTPRoutes make on the Gateways that accept them. */
final class GatewayRoutes implements RouteSource {
  /** Of two routes that match alike the older wins, then the first by name. */
  private static final Comparator<HTTPRoute> OLDEST_FIRST =
      Comparator.comparing((HTTPRoute route) -> route.getMetadata().getCreationTimestamp())
          .thenComparing(route -> route.getMetadata().getNamespace())
          .thenComparing(route -> route.getMetadata().getName());

  private final ClusterState state;
  private final ServiceEndpoints endpoints;
  private final Attachments attachments;
  private final BackendReferences backends;

  GatewayRoutes(ClusterState state, ServiceEndpoints endpoints) {
    this.state = state;
    this.endpoints = endpoints;
    this.attachments = new Attachments(state);
    this.backends = new BackendReferences(state);
  }

  @Override
  public void onChange(Runnable listener) {
    state.httpRoutes().onChange(change -> listener.run());
    state.gateways().onChange(change -> listener.run());
    state.namespaces().onChange(change -> listener.run());
    state.services().onChange(change -> listener.run());
    state.endpointSlices().onChange(change -> listener.run());
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    state.httpRoutes().list().stream()
        .sorted(OLDEST_FIRST)
        .forEach(route -> route.getSpec().getRules().forEach(rule -> add(routes, route, rule)));
    return routes;
  }

  private void add(List<Route> routes, HTTPRoute route, HTTPRouteRule rule) {
    Set<String> hosts = new LinkedHashSet<>();
    attachments.of(route).stream()
        .filter(Attachment::isAccepted)
        .forEach(each -> hosts.addAll(each.hosts()));
    Destination destination =
        Destination.of(rule.getBackendRefs().stream().map(ref -> share(route, ref)).toList());
    for (HTTPRouteMatch match : rule.getMatches()) {
      boolean exact = "Exact".equals(match.getPath().getType());
      String path = match.getPath().getValue();
      hosts.forEach(host -> routes.add(new Route(host, path, exact, destination)));
    }
  }

  private Destination.Share share(HTTPRoute route, HTTPBackendRef ref) {
    String name = ref.getName() + ":" + ref.getPort();
    Backend backend =
        backends
            .problem(route, ref)
            .map(problem -> Backend.invalid(name + ": " + problem.message()))
            .orElseGet(() -> ready(route.getMetadata().getNamespace(), ref, name));
    return new Destination.Share(backend, ref.getWeight());
  }

  private Backend ready(String namespace, HTTPBackendRef ref, String name) {
    return new Backend(
        name, endpoints.ready(namespace, ref.getName(), String.valueOf(ref.getPort())));
  }
}
