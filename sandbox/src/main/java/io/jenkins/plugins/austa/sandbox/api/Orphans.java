package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets go of what an object owns, so that it stays when the object is deleted. */
final class Orphans {
  private final ObjectStore store;

  Orphans(ObjectStore store) {
    this.store = store;
  }

  /** Takes an owner out of every object's references. */
  void release(String owner) {
    for (Kind kind : Kinds.all()) {
      for (ObjectNode object : store.list(kind.collection(""))) {
        JsonNode references = object.path("metadata").path("ownerReferences");
        if (references instanceof ArrayNode list && dropOwner(list, owner)) {
          JsonNode metadata = object.path("metadata");
          store.replace(
              kind.item(metadata.path("namespace").asText(""), metadata.path("name").asText()),
              object);
        }
      }
    }
  }

  private static boolean dropOwner(ArrayNode references, String owner) {
    int size = references.size();
    for (int i = size - 1; i >= 0; i--) {
      if (references.get(i).path("uid").asText().equals(owner)) {
        references.remove(i);
      }
    }
    return references.size() < size;
  }
}
