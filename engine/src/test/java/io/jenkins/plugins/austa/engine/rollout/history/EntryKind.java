package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What users come in by, and how to read there where they are sent. */
public enum EntryKind {
  /** One Ingress. */
  INGRESS("ingresses") {
    @Override
    JsonNode backend(ApiObjects objects, RolloutService service) {
      return at(objects, service, "/spec/rules/0/http/paths", "/path", "/backend/service");
    }
  },
  /** One HTTPRoute. */
  GATEWAY("httproutes") {
    @Override
    JsonNode backend(ApiObjects objects, RolloutService service) {
      return at(objects, service, "/spec/rules", "/matches/0/path/value", "/backendRefs/0");
    }
  },
  /** A Service for each service. */
  SERVICE("services") {
    @Override
    JsonNode backend(ApiObjects objects, RolloutService service) {
      return objects
          .find(object(service))
          .map(found -> found.at("/spec/selector"))
          .orElse(ApiObjects.JSON.missingNode());
    }

    @Override
    ApiPath object(RolloutService service) {
      return Site.object("services", Site.TARGET.release() + "-" + service.name());
    }

    @Override
    String field() {
      return "app.kubernetes.io/instance";
    }
  };

  private final String plural;

  EntryKind(String plural) {
    this.plural = plural;
  }

  /** Where it says to which colour a service's users are sent; missing when it does not. */
  abstract JsonNode backend(ApiObjects objects, RolloutService service);

  /** The object that says so. */
  ApiPath object(RolloutService service) {
    return Site.object(plural, Site.TARGET.entryName());
  }

  /** The field there that ends in the colour. */
  String field() {
    return "name";
  }

  /** Whether all services move in one write. */
  boolean isOneObject() {
    return this != SERVICE;
  }

  boolean has(ApiPath path) {
    return path.plural().equals(plural)
        && Site.TARGET.services().stream().anyMatch(service -> object(service).equals(path));
  }

  /** Colour by service; empty when there is no entry. */
  Map<String, Colour> carries(ApiObjects objects) {
    Map<String, Colour> carries = new TreeMap<>();
    for (RolloutService service : Site.TARGET.services()) {
      String leadsTo = backend(objects, service).path(field()).asText();
      if (!leadsTo.isEmpty()) {
        carries.put(service.name(), Site.colourOf(leadsTo));
      }
    }
    return carries;
  }

  /**
   * Points services to the colour that they are not on.
   *
   * @return the objects that were changed
   */
  List<ApiPath> edit(ApiObjects objects, List<RolloutService> services) {
    return services.stream()
        .map(service -> edit(objects, service))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Optional<ApiPath> edit(ApiObjects objects, RolloutService service) {
    ApiPath path = object(service);
    Optional<ObjectNode> found = objects.find(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ApiObjects edited = new ApiObjects();
    edited.put(path, found.get().deepCopy());
    ObjectNode next = edited.find(path).orElseThrow();
    ObjectNode backend = (ObjectNode) backend(edited, service);
    String was = backend.path(field()).asText();
    Colour other = Site.colourOf(was).other();
    backend.put(field(), was.replaceFirst("-(blue|green)$", "-" + other));
    objects.put(path, next);
    return Optional.of(path);
  }

  JsonNode at(
      ApiObjects objects, RolloutService service, String rules, String path, String backend) {
    for (JsonNode rule :
        objects
            .find(object(service))
            .map(found -> found.at(rules))
            .orElse(ApiObjects.JSON.missingNode())) {
      if (service.routePath().equals(rule.at(path).asText())) {
        return rule.at(backend);
      }
    }
    return ApiObjects.JSON.missingNode();
  }
}
