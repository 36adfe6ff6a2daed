package io.jenkins.plugins.austa.sandbox.route;

import java.util.List;
import java.util.Optional;

/** All rules of the public entry at one moment. */
final class RouteTable {
  static final RouteTable EMPTY = new RouteTable(List.of());

  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    this.routes = routes.stream().sorted(Route.BY_PRECEDENCE).toList();
  }

  Optional<Route> match(String host, String path) {
    for (Route route : routes) {
      if (route.matches(host, path)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }
}
