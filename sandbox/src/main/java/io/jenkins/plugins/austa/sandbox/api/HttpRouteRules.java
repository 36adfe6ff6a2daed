package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What the HTTPRoute's resource definition fills in and refuses, for the fields that route. */
final class HttpRouteRules {
  private static final String GATEWAY_GROUP = "gateway.networking.k8s.io";
  private static final int MOST_RULES = 16;
  private static final int MOST_WEIGHT = 1_000_000;
  private static final Set<String> PATH_TYPES = Set.of("Exact", "PathPrefix", "RegularExpression");

  private HttpRouteRules() {}

  /** Fills in what the writer left out of a route's spec. */
  static void fill(ObjectNode spec) {
    for (JsonNode parent : spec.path("parentRefs")) {
      putIfAbsent((ObjectNode) parent, "group", GATEWAY_GROUP);
      putIfAbsent((ObjectNode) parent, "kind", "Gateway");
    }
    if (!spec.has("rules")) {
      spec.putArray("rules").addObject();
    }
    for (JsonNode rule : spec.path("rules")) {
      fillRule((ObjectNode) rule);
    }
  }

  /**
   * Refuses what the definition's schema refuses.
   *
   * @throws ApiException 422 that names the field
   */
  static void check(JsonNode route) {
    String name = route.path("metadata").path("name").asText();
    JsonNode rules = route.path("spec").path("rules");
    if (rules.size() > MOST_RULES) {
      throw refused(name, "spec.rules: Too many: " + rules.size() + ": must have at most 16 items");
    }
    for (int i = 0; i < rules.size(); i++) {
      String field = "spec.rules[" + i + "]";
      rules.get(i).path("matches").forEach(match -> checkPath(name, field, match.path("path")));
      rules.get(i).path("backendRefs").forEach(ref -> checkBackend(name, field, ref));
    }
  }

  private static void fillRule(ObjectNode rule) {
    JsonNode matches = rule.path("matches");
    ArrayNode filled = matches.isArray() ? (ArrayNode) matches : rule.putArray("matches");
    if (!matches.isArray()) {
      filled.addObject();
    }
    for (JsonNode match : filled) {
      ObjectNode path = ((ObjectNode) match).withObject("/path");
      putIfAbsent(path, "type", "PathPrefix");
      putIfAbsent(path, "value", "/");
    }
    for (JsonNode ref : rule.path("backendRefs")) {
      ObjectNode backend = (ObjectNode) ref;
      putIfAbsent(backend, "group", "");
      putIfAbsent(backend, "kind", "Service");
      if (!backend.has("weight")) {
        backend.put("weight", 1);
      }
    }
  }

  private static void checkPath(String name, String field, JsonNode path) {
    String type = path.path("type").asText();
    if (!PATH_TYPES.contains(type)) {
      throw refused(
          name,
          field
              + ".matches.path.type: Unsupported value: \""
              + type
              + "\": supported values: \"Exact\", \"PathPrefix\", \"RegularExpression\"");
    }
    if (!type.equals("RegularExpression") && !path.path("value").asText().startsWith("/")) {
      throw refused(
          name,
          field
              + ".matches.path: Invalid value: \"object\": value must be an absolute path and start"
              + " with '/' when type one of ['Exact', 'PathPrefix']");
    }
  }

  private static void checkBackend(String name, String field, JsonNode ref) {
    int weight = ref.path("weight").asInt();
    if (weight < 0 || weight > MOST_WEIGHT) {
      throw refused(
          name,
          field
              + ".backendRefs.weight: Invalid value: "
              + weight
              + ": should be greater than or equal to 0 and less than or equal to 1000000");
    }
    boolean service = ref.path("group").asText().isEmpty() && "Service".equals(kind(ref));
    if (service && !ref.has("port")) {
      throw refused(
          name,
          field + ".backendRefs: Invalid value: \"object\": Must have port for Service reference");
    }
  }

  private static String kind(JsonNode ref) {
    return ref.path("kind").asText();
  }

  private static ApiException refused(String name, String why) {
    return ApiException.invalid("HTTPRoute." + GATEWAY_GROUP, name, why);
  }

  private static void putIfAbsent(ObjectNode object, String field, String value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }
}
