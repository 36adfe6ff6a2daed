package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields a real API server fills in and the rules it enforces, where callers rely on them. */
final class Defaults {
  private Defaults() {}

  /** Fills in what the writer left out. */
  static void fill(Kind kind, ObjectNode object) {
    JsonNode spec = object.path("spec");
    if (spec instanceof ObjectNode fields) {
      if (kind.equals(Kinds.DEPLOYMENTS) || kind.equals(Kinds.REPLICA_SETS)) {
        putIfAbsent(fields, "replicas", 1);
      }
      if (kind.equals(Kinds.DEPLOYMENTS)) {
        putIfAbsent(fields, "progressDeadlineSeconds", 600);
        putIfAbsent(fields, "revisionHistoryLimit", 10);
      }
      if (kind.equals(Kinds.SERVICES)) {
        fillService(object, fields);
      }
      if (kind.equals(Kinds.HTTP_ROUTES)) {
        HttpRouteRules.fill(fields);
      }
    }
  }

  /**
   * Refuses what a real API server refuses.
   *
   * @param before the object as it was, null when it is created
   */
  static void check(Kind kind, JsonNode before, JsonNode object) {
    if (kind.equals(Kinds.HTTP_ROUTES)) {
      HttpRouteRules.check(object);
    }
    if (!kind.equals(Kinds.DEPLOYMENTS) && !kind.equals(Kinds.REPLICA_SETS)) {
      return;
    }
    String name = object.path("metadata").path("name").asText();
    JsonNode selector = object.path("spec").path("selector");
    JsonNode labels = object.path("spec").path("template").path("metadata").path("labels");
    if (before != null && !before.path("spec").path("selector").equals(selector)) {
      throw ApiException.invalid(
          qualified(kind), name, "spec.selector: Invalid value: field is immutable");
    }
    for (var wanted : selector.path("matchLabels").properties()) {
      if (!wanted.getValue().equals(labels.path(wanted.getKey()))) {
        throw ApiException.invalid(
            qualified(kind),
            name,
            "spec.template.metadata.labels: Invalid value: `selector` does not match template"
                + " `labels`");
      }
    }
  }

  private static String qualified(Kind kind) {
    return kind.kind() + "." + kind.group();
  }

  private static void fillService(ObjectNode service, ObjectNode spec) {
    if (!spec.has("clusterIP") && !spec.path("type").asText().equals("ExternalName")) {
      // Any address will do: nothing routes by it. It only has to stay the same.
      int hash = service.path("metadata").path("uid").asText().hashCode();
      spec.put("clusterIP", "10.96." + (hash >> 8 & 255) + "." + (hash & 255));
    }
    spec.path("ports")
        .forEach(
            port -> {
              putIfAbsent((ObjectNode) port, "targetPort", port.path("port").asInt());
              if (!port.has("protocol")) {
                ((ObjectNode) port).put("protocol", "TCP");
              }
            });
  }

  private static void putIfAbsent(ObjectNode object, String field, int value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }
}
