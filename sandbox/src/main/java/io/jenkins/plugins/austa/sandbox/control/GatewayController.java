package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayStatus;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayStatusBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerStatus;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerStatusBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatus;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatusBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says of each HTTPRoute and each Gateway whether it is accepted, and why not. */
public final class GatewayController {
  static final String NAME = "austa.io/sandbox-gateway";

  private final ClusterState state;
  private final ClusterClient client;
  private final Attachments attachments;
  private final BackendReferences backends;
  private final Reconciler all;

  public GatewayController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.attachments = new Attachments(state);
    this.backends = new BackendReferences(state);
    this.all = new Reconciler(loop, (namespace, name) -> reconcile());
    state.httpRoutes().onChange(change -> changed());
    state.gateways().onChange(change -> changed());
    state.services().onChange(change -> changed());
    state.namespaces().onChange(change -> changed());
  }

  /** Routes, Gateways and Services judge each other, so one change is looked at with all. */
  private void changed() {
    if (!state.gateways().list().isEmpty() || !state.httpRoutes().list().isEmpty()) {
      all.enqueue("", "");
    }
  }

  private void reconcile() {
    for (HTTPRoute route : state.httpRoutes().list()) {
      List<RouteParentStatus> parents = parents(route);
      boolean unknown = route.getStatus() == null && parents.isEmpty();
      if (!unknown && !parents.equals(known(route))) {
        client.replaceStatus(
            Kinds.HTTP_ROUTES,
            new HTTPRouteBuilder(route).withNewStatus().withParents(parents).endStatus().build());
      }
    }
    for (Gateway gateway : state.gateways().list()) {
      GatewayStatus status = status(gateway);
      if (!status.equals(gateway.getStatus())) {
        client.replaceStatus(
            Kinds.GATEWAYS, new GatewayBuilder(gateway).withStatus(status).build());
      }
    }
  }

  private static List<RouteParentStatus> known(HTTPRoute route) {
    return route.getStatus() == null ? List.of() : route.getStatus().getParents();
  }

  private List<RouteParentStatus> parents(HTTPRoute route) {
    List<RouteParentStatus> parents =
        new ArrayList<>(
            known(route).stream().filter(each -> !NAME.equals(each.getControllerName())).toList());
    attachments.of(route).forEach(attachment -> parents.add(parent(route, attachment)));
    return parents;
  }

  private RouteParentStatus parent(HTTPRoute route, Attachment attachment) {
    List<Condition> before =
        known(route).stream()
            .filter(each -> NAME.equals(each.getControllerName()))
            .filter(each -> attachment.parent().equals(each.getParentRef()))
            .findFirst()
            .map(RouteParentStatus::getConditions)
            .orElse(List.of());
    Conditions conditions = new Conditions(before, route.getMetadata().getGeneration());
    Optional<BackendReferences.Problem> problem = backends.problem(route);
    return new RouteParentStatusBuilder()
        .withParentRef(attachment.parent())
        .withControllerName(NAME)
        .withConditions(
            conditions.condition(
                "Accepted", attachment.isAccepted(), attachment.reason(), attachment.message()),
            conditions.condition(
                "ResolvedRefs",
                problem.isEmpty(),
                problem.map(BackendReferences.Problem::reason).orElse("ResolvedRefs"),
                problem
                    .map(BackendReferences.Problem::message)
                    .orElse("All references are resolved")))
        .build();
  }

  private GatewayStatus status(Gateway gateway) {
    List<Condition> before =
        gateway.getStatus() == null ? List.of() : gateway.getStatus().getConditions();
    Conditions conditions = new Conditions(before, gateway.getMetadata().getGeneration());
    return new GatewayStatusBuilder()
        .addNewAddress("IPAddress", "127.0.0.1")
        .withConditions(
            conditions.condition("Accepted", true, "Accepted", "Gateway is accepted"),
            conditions.condition("Programmed", true, "Programmed", "Gateway is programmed"))
        .withListeners(
            gateway.getSpec().getListeners().stream().map(each -> listener(gateway, each)).toList())
        .build();
  }

  private ListenerStatus listener(Gateway gateway, Listener listener) {
    List<Condition> before =
        Optional.ofNullable(gateway.getStatus()).stream()
            .flatMap(status -> status.getListeners().stream())
            .filter(each -> Objects.equals(each.getName(), listener.getName()))
            .findFirst()
            .map(ListenerStatus::getConditions)
            .orElse(List.of());
    Conditions conditions = new Conditions(before, gateway.getMetadata().getGeneration());
    return new ListenerStatusBuilder()
        .withName(listener.getName())
        .withAttachedRoutes(attached(gateway, listener))
        .addNewSupportedKind("gateway.networking.k8s.io", "HTTPRoute")
        .withConditions(
            conditions.condition("Accepted", true, "Accepted", "Listener is accepted"),
            conditions.condition("Programmed", true, "Programmed", "Listener is programmed"),
            conditions.condition(
                "ResolvedRefs", true, "ResolvedRefs", "All references are resolved"))
        .build();
  }

  private int attached(Gateway gateway, Listener listener) {
    return (int)
        state.httpRoutes().list().stream()
            .filter(route -> isAttached(route, gateway, listener))
            .count();
  }

  private boolean isAttached(HTTPRoute route, Gateway gateway, Listener listener) {
    String uid = gateway.getMetadata().getUid();
    return attachments.of(route).stream()
        .filter(each -> each.listeners().contains(listener.getName()))
        .flatMap(each -> attachments.gateway(route, each.parent()).stream())
        .anyMatch(each -> each.getMetadata().getUid().equals(uid));
  }
}
