package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes an object and what a client wants of it into its next state. */
final class UpdatedObject {
  private UpdatedObject() {}

  /** The wanted object with the metadata, and the status, that no update may change. */
  static ObjectNode of(Kind kind, ObjectNode current, ObjectNode wanted) {
    ObjectNode next = wanted.deepCopy();
    ((ObjectNode) next.get("metadata")).setAll(fixedMetadata((ObjectNode) current.get("metadata")));
    if (kind.status()) {
      next.remove("status");
      if (current.has("status")) {
        next.set("status", current.get("status"));
      }
    }
    Defaults.fill(kind, next);
    Defaults.check(kind, current, next);
    return next;
  }

  /** The present object with the wanted status. */
  static ObjectNode withStatus(ObjectNode current, ObjectNode wanted) {
    ObjectNode next = current.deepCopy();
    next.set("status", wanted.path("status").deepCopy());
    return next;
  }

  private static ObjectNode fixedMetadata(ObjectNode current) {
    ObjectNode fixed = current.objectNode();
    List.of(
            "name",
            "namespace",
            "uid",
            "creationTimestamp",
            "generation",
            "resourceVersion",
            "deletionTimestamp",
            "deletionGracePeriodSeconds")
        .stream()
        .filter(current::has)
        .forEach(field -> fixed.set(field, current.get(field)));
    return fixed;
  }
}
