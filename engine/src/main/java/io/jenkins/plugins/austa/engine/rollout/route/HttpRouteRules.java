package io.jenkins.plugins.austa.engine.rollout.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of an HTTPRoute, one a service, and what is odd about them. Pure. */
final class HttpRouteRules {

  private static final String PREFIX = "PathPrefix";
  private static final String SERVICE = "Service";
  private static final String BACKENDS = "backendRefs";
  private static final String FILTERS = "filters";

  /** These answer for a service or send its requests elsewhere as well. */
  private static final Set<String> DIVERTING =
      Set.of("RequestRedirect", "RequestMirror", "URLRewrite");

  private final RolloutTarget target;
  private final RouteNames names;

  HttpRouteRules(RolloutTarget target) {
    this.target = target;
    this.names = new RouteNames(target);
  }

  /** Adds the rule of a service. */
  void add(RolloutService service, Colour colour, ArrayNode rules) {
    ObjectNode rule = rules.addObject();
    rule.putArray("matches")
        .addObject()
        .putObject("path")
        .put("type", PREFIX)
        .put("value", service.routePath());
    rule.putArray(BACKENDS)
        .addObject()
        .put("name", target.objectName(service, colour))
        .put("port", service.port());
  }

  /** The service whose requests a rule takes; empty when it takes others or none. */
  Optional<RolloutService> serviceOf(JsonNode rule) {
    return names.serviceAt(path(rule));
  }

  /** The colour that a service's one rule leads to; what is odd about it is added. */
  Optional<Colour> colour(RolloutService service, JsonNode rules, List<String> oddities) {
    List<JsonNode> own = new ArrayList<>();
    rules.forEach(rule -> serviceOf(rule).filter(service::equals).ifPresent(it -> own.add(rule)));
    if (own.size() != 1) {
      oddities.add(
          "it has " + own.size() + " rules " + service.routePath() + " for " + service.name());
      return Optional.empty();
    }
    JsonNode rule = own.get(0);
    checkMatches(rule, oddities);
    checkFilters(rule, oddities);
    return backend(service, rule, oddities);
  }

  /** Adds each rule that belongs to no service. */
  void foreign(JsonNode rules, List<String> oddities) {
    for (JsonNode rule : rules) {
      if (serviceOf(rule).isEmpty()) {
        oddities.add("it has a rule " + path(rule) + ", which belongs to no service");
      }
    }
  }

  private Optional<Colour> backend(RolloutService service, JsonNode rule, List<String> oddities) {
    List<String> described = new ArrayList<>();
    rule.path(BACKENDS).forEach(backend -> described.add(describe(backend)));
    if (described.size() != 1) {
      oddities.add(
          "its path "
              + service.routePath()
              + (described.isEmpty()
                  ? " leads nowhere"
                  : " is split between " + String.join(" and ", described)));
      return Optional.empty();
    }
    JsonNode backend = rule.path(BACKENDS).get(0);
    Optional<Colour> colour = names.colourOf(service, backend.path("name").asText());
    if (colour.isEmpty() || !isService(backend) || !fits(service, backend)) {
      oddities.add(
          "its path "
              + service.routePath()
              + " leads to "
              + described.get(0)
              + " and not to all of Service "
              + target.objectName(service, Colour.BLUE)
              + " or -green at port "
              + service.port());
    }
    return colour;
  }

  private boolean isService(JsonNode backend) {
    return SERVICE.equals(backend.path("kind").asText(SERVICE))
        && backend.path("group").asText("").isEmpty()
        && target.namespace().equals(backend.path("namespace").asText(target.namespace()));
  }

  private static boolean fits(RolloutService service, JsonNode backend) {
    return service.port() == backend.path("port").asInt()
        && backend.path("weight").asInt(1) > 0
        && backend.path(FILTERS).isEmpty();
  }

  private static void checkMatches(JsonNode rule, List<String> oddities) {
    JsonNode matches = rule.path("matches");
    if (matches.size() > 1 || (matches.size() == 1 && !isPlainPrefix(matches.get(0)))) {
      oddities.add(
          "its rule " + path(rule) + " does not take all requests with that prefix and only those");
    }
  }

  private static boolean isPlainPrefix(JsonNode match) {
    return PREFIX.equals(match.path("path").path("type").asText(PREFIX))
        && !match.has("method")
        && match.path("headers").isEmpty()
        && match.path("queryParams").isEmpty();
  }

  private static void checkFilters(JsonNode rule, List<String> oddities) {
    for (JsonNode filter : rule.path(FILTERS)) {
      String type = filter.path("type").asText();
      if (DIVERTING.contains(type)) {
        oddities.add("its rule " + path(rule) + " has the filter " + type);
      }
    }
  }

  /** Of the first match; the API server takes a rule without one for the prefix /. */
  private static String path(JsonNode rule) {
    return rule.path("matches").path(0).path("path").path("value").asText("/");
  }

  private static String describe(JsonNode backend) {
    String weight = backend.has("weight") ? " (weight " + backend.path("weight") + ")" : "";
    return backend.path("name").asText() + ":" + backend.path("port").asText() + weight;
  }
}
