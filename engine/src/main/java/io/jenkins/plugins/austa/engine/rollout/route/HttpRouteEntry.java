package io.jenkins.plugins.austa.engine.rollout.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.OwnLabels;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entry as an HTTPRoute: one rule with one prefix match and one backend for each service.
 *
 * <p>Kept as plain JSON. fabric8's own model of it cannot be used: that of 6.14 makes every backend
 * of the kind {@code HTTPBackendRef}, which no Gateway knows.
 */
final class HttpRouteEntry implements OneObjectEntry<GenericKubernetesResource> {

  static final String GROUP = "gateway.networking.k8s.io";
  static final String VERSION = "v1";
  static final String KIND = "HTTPRoute";

  private static final String SPEC = "spec";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RolloutTarget target;
  private final GatewayParent gateway;
  private final HttpRouteRules rules;

  HttpRouteEntry(RolloutTarget target, GatewayParent gateway) {
    this.target = target;
    this.gateway = gateway;
    this.rules = new HttpRouteRules(target);
  }

  @Override
  public EntryState read(GenericKubernetesResource route) {
    if (route == null) {
      return EntryState.absent();
    }
    JsonNode spec = spec(route);
    List<String> oddities = new ArrayList<>();
    checkParent(spec, oddities);
    checkHosts(spec, oddities);
    Map<String, Colour> carries = new HashMap<>();
    for (RolloutService service : target.services()) {
      rules
          .colour(service, spec.path("rules"), oddities)
          .ifPresent(colour -> carries.put(service.name(), colour));
    }
    rules.foreign(spec.path("rules"), oddities);
    return new EntryState(
        carries, Map.of(target.entryName(), route.getMetadata().getResourceVersion()), oddities);
  }

  @Override
  public GenericKubernetesResource created(Colour colour) {
    ObjectNode spec = JSON.createObjectNode();
    ObjectNode parent =
        spec.putArray("parentRefs")
            .addObject()
            .put("name", gateway.name())
            .put("namespace", gateway.namespace());
    if (gateway.listener() != null) {
      parent.put("sectionName", gateway.listener());
    }
    if (target.publicHost() != null) {
      spec.putArray("hostnames").add(target.publicHost());
    }
    target.services().forEach(service -> rules.add(service, colour, spec.withArray("rules")));
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(GROUP + "/" + VERSION)
        .withKind(KIND)
        .withNewMetadata()
        .withName(target.entryName())
        .withNamespace(target.namespace())
        .withLabels(OwnLabels.of(target))
        .endMetadata()
        .addToAdditionalProperties(SPEC, spec)
        .build();
  }

  @Override
  public GenericKubernetesResource pointedTo(Colour colour, GenericKubernetesResource route) {
    JsonNode spec = spec(route);
    for (JsonNode rule : spec.path("rules")) {
      Optional<RolloutService> service = rules.serviceOf(rule);
      for (JsonNode backend : rule.path("backendRefs")) {
        service.ifPresent(it -> ((ObjectNode) backend).put("name", target.objectName(it, colour)));
      }
    }
    return new GenericKubernetesResourceBuilder(route)
        .addToAdditionalProperties(SPEC, spec)
        .build();
  }

  /** A copy, for the object that was read must stay as it is. */
  private static JsonNode spec(GenericKubernetesResource route) {
    JsonNode spec = JSON.valueToTree(route.getAdditionalProperties().get(SPEC));
    return spec.deepCopy();
  }

  private void checkHosts(JsonNode spec, List<String> oddities) {
    List<String> wanted = target.publicHost() == null ? List.of() : List.of(target.publicHost());
    List<String> hosts = new ArrayList<>();
    spec.path("hostnames").forEach(host -> hosts.add(host.asText()));
    if (!wanted.equals(hosts)) {
      oddities.add("it is for the hosts " + hosts + " and not for " + wanted);
    }
  }

  private void checkParent(JsonNode spec, List<String> oddities) {
    for (JsonNode parent : spec.path("parentRefs")) {
      if (isGateway(parent)) {
        return;
      }
    }
    oddities.add("it is not attached to Gateway " + gateway);
  }

  private boolean isGateway(JsonNode parent) {
    String listener = gateway.listener() == null ? "" : gateway.listener();
    return gateway.name().equals(parent.path("name").asText())
        && gateway.namespace().equals(parent.path("namespace").asText(target.namespace()))
        && listener.equals(parent.path("sectionName").asText(""))
        && "Gateway".equals(parent.path("kind").asText("Gateway"));
  }
}
