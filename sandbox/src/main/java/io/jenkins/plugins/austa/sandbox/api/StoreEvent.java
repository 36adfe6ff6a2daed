package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One change of one object. Documents are shared between readers and must not be modified.
 *
 * @param version resource version of the change, unique and growing
 * @param collection type and namespace of the object
 * @param before the object as it was, null when it was created
 * @param after the object as it is, null when it was deleted
 * @param last the newest state: {@code after}, or the deleted object with the version of its end
 */
public record StoreEvent(
    long version, ResourcePath collection, JsonNode before, JsonNode after, ObjectNode last) {

  /** {@code namespace/name} of the object. */
  public String key() {
    return collection.namespace() + "/" + last.path("metadata").path("name").asText();
  }
}
