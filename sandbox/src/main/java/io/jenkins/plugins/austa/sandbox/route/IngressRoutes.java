package io.jenkins.plugins.austa.sandbox.route;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.jenkins.plugins.austa.sandbox.control.ClusterState;
import java.util.ArrayList;
import java.util.List;

/** The routes that Ingress objects make; every Ingress class is served. */
final class IngressRoutes implements RouteSource {
  private final ClusterState state;
  private final ServiceEndpoints endpoints;

  IngressRoutes(ClusterState state, ServiceEndpoints endpoints) {
    this.state = state;
    this.endpoints = endpoints;
  }

  @Override
  public void onChange(Runnable listener) {
    state.ingresses().onChange(change -> listener.run());
    state.services().onChange(change -> listener.run());
    state.endpointSlices().onChange(change -> listener.run());
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Ingress ingress : state.ingresses().list()) {
      String namespace = ingress.getMetadata().getNamespace();
      ingress.getSpec().getRules().forEach(rule -> add(routes, namespace, rule));
      IngressBackend fallback = ingress.getSpec().getDefaultBackend();
      if (fallback != null) {
        routes.add(new Route("", "/", false, leadingTo(namespace, fallback)));
      }
    }
    return routes;
  }

  private void add(List<Route> routes, String namespace, IngressRule rule) {
    if (rule.getHttp() == null) {
      return;
    }
    String host = rule.getHost() == null ? "" : rule.getHost();
    for (HTTPIngressPath path : rule.getHttp().getPaths()) {
      boolean exact = "Exact".equals(path.getPathType());
      String prefix = path.getPath() == null ? "/" : path.getPath();
      routes.add(new Route(host, prefix, exact, leadingTo(namespace, path.getBackend())));
    }
  }

  private Destination leadingTo(String namespace, IngressBackend backend) {
    return Destination.of(backend(namespace, backend));
  }

  private Backend backend(String namespace, IngressBackend backend) {
    IngressServiceBackend service = backend.getService();
    if (service == null) {
      return new Backend("a resource", List.of());
    }
    String port = port(service.getPort());
    return new Backend(
        service.getName() + ":" + port, endpoints.ready(namespace, service.getName(), port));
  }

  private static String port(ServiceBackendPort port) {
    if (port == null) {
      return "";
    }
    return port.getName() != null ? port.getName() : String.valueOf(port.getNumber());
  }
}
