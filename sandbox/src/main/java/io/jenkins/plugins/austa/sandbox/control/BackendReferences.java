package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.Optional;

/** Whether what an HTTPRoute leads to is there and may be led to. */
public final class BackendReferences {
  private final ClusterState state;

  public BackendReferences(ClusterState state) {
    this.state = state;
  }

  /**
   * Why a reference is invalid.
   *
   * @param reason in the words of the Gateway API
   * @param message for people
   */
  public record Problem(String reason, String message) {}

  /** What is wrong with a reference; empty when requests can be sent there. */
  public Optional<Problem> problem(HTTPRoute route, HTTPBackendRef ref) {
    if (!ref.getGroup().isEmpty() || !"Service".equals(ref.getKind())) {
      return Optional.of(new Problem("InvalidKind", "only Services can be backends"));
    }
    String namespace = route.getMetadata().getNamespace();
    if (ref.getNamespace() != null && !ref.getNamespace().equals(namespace)) {
      return Optional.of(
          new Problem("RefNotPermitted", "no ReferenceGrant permits another namespace's Service"));
    }
    Optional<Service> service = state.services().get(namespace, ref.getName());
    if (service.isEmpty()) {
      return Optional.of(
          new Problem("BackendNotFound", "Service \"" + ref.getName() + "\" not found"));
    }
    boolean open =
        service.get().getSpec().getPorts().stream()
            .anyMatch(port -> port.getPort().equals(ref.getPort()));
    return open
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "BackendNotFound",
                "Service \"" + ref.getName() + "\" has no port " + ref.getPort()));
  }

  /** The first problem of any of a route's references. */
  Optional<Problem> problem(HTTPRoute route) {
    return route.getSpec().getRules().stream()
        .flatMap(rule -> rule.getBackendRefs().stream())
        .flatMap(ref -> problem(route, ref).stream())
        .findFirst();
  }
}
