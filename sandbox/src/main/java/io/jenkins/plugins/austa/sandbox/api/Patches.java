package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.zjsonpatch.JsonPatch;

/** The patch types that need nothing but the object and the patch. */
final class Patches {
  static final String JSON = "application/json-patch+json";
  static final String MERGE = "application/merge-patch+json";
  static final String STRATEGIC = "application/strategic-merge-patch+json";
  static final String APPLY = "application/apply-patch+yaml";

  private Patches() {}

  /**
   * The patched object; arguments stay as they are.
   *
   * @throws ApiException 415 for an unknown type, 422 when a JSON patch does not apply
   */
  static ObjectNode apply(ObjectNode current, String contentType, String body) {
    String type = contentType == null ? "" : contentType.replaceFirst(";.*", "").trim();
    switch (type) {
      case JSON:
        return jsonPatch(current, read(body));
      case MERGE:
        return merge(current, read(body));
      case STRATEGIC:
        return StrategicMerge.apply(current, read(body));
      default:
        throw unknownType(JSON, MERGE, STRATEGIC, APPLY);
    }
  }

  static ApiException unknownType(String... accepted) {
    return new ApiException(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + String.join(", ", accepted));
  }

  /** Reads JSON or YAML; anything that is no document is answered 400. */
  static JsonNode read(String body) {
    try {
      boolean json = body.stripLeading().startsWith("{") || body.stripLeading().startsWith("[");
      JsonNode node =
          (json ? Serialization.jsonMapper() : Serialization.yamlMapper()).readTree(body);
      if (node.isObject() || node.isArray()) {
        return node;
      }
      throw ApiException.badRequest("the body of the request is neither an object nor a list");
    } catch (JsonProcessingException e) {
      throw ApiException.badRequest(
          "the body of the request could not be parsed: " + e.getOriginalMessage());
    }
  }

  private static ObjectNode merge(ObjectNode target, JsonNode patch) {
    ObjectNode merged = target.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              JsonNode current = merged.path(field.getKey());
              if (value.isNull()) {
                merged.remove(field.getKey());
              } else if (value.isObject()) {
                ObjectNode base = current.isObject() ? (ObjectNode) current : merged.objectNode();
                merged.set(field.getKey(), merge(base, value));
              } else {
                merged.set(field.getKey(), value);
              }
            });
    return merged;
  }

  private static ObjectNode jsonPatch(ObjectNode current, JsonNode patch) {
    try {
      return (ObjectNode) JsonPatch.apply(patch, current.deepCopy());
    } catch (RuntimeException e) {
      // The library throws several unrelated types; whichever it is, the patch did not apply.
      throw new ApiException(
          422,
          "Invalid",
          "the server rejected our request due to an error in our request: " + e.getMessage());
    }
  }
}
