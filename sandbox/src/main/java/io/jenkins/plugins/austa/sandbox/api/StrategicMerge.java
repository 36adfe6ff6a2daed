package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Strategic merge: objects merge by field, lists of objects by the key their field is known for,
 * other lists are replaced. Understands {@code $patch: replace|delete}, {@code $retainKeys} and
 * {@code $deleteFromPrimitiveList}; {@code $setElementOrder} is accepted and has no effect.
 */
final class StrategicMerge {
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("containers", List.of("name")),
          Map.entry("initContainers", List.of("name")),
          Map.entry("ephemeralContainers", List.of("name")),
          Map.entry("volumes", List.of("name")),
          Map.entry("env", List.of("name")),
          Map.entry("imagePullSecrets", List.of("name")),
          Map.entry("secrets", List.of("name")),
          Map.entry("ports", List.of("containerPort", "port")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey")),
          Map.entry("conditions", List.of("type")),
          Map.entry("ownerReferences", List.of("uid")));
  private static final Set<String> MERGED_PRIMITIVES = Set.of("finalizers");

  private StrategicMerge() {}

  /** A new object: the target with the patch merged in. Neither argument is changed. */
  static ObjectNode apply(ObjectNode target, JsonNode patch) {
    if ("replace".equals(patch.path("$patch").asText())) {
      return withoutDirectives((ObjectNode) patch);
    }
    ObjectNode merged = target.deepCopy();
    if (patch.has("$retainKeys")) {
      List<String> retained = new ArrayList<>();
      patch.get("$retainKeys").forEach(key -> retained.add(key.asText()));
      merged.retain(retained);
    }
    patch.properties().forEach(field -> mergeField(merged, field.getKey(), field.getValue()));
    return merged;
  }

  /** The field whose value tells the elements of a list apart; empty when it merges as a whole. */
  static Optional<String> mergeKey(String field, JsonNode list) {
    return KEYS.getOrDefault(field, List.of()).stream()
        .filter(key -> !list.isEmpty() && list.get(0).has(key))
        .findFirst();
  }

  private static void mergeField(ObjectNode merged, String name, JsonNode value) {
    if (name.startsWith("$deleteFromPrimitiveList/")) {
      removeAll(merged.path(name.substring(name.indexOf('/') + 1)), value);
      return;
    }
    if (name.startsWith("$")) {
      return;
    }
    if (value.isNull() || "delete".equals(value.path("$patch").asText())) {
      merged.remove(name);
      return;
    }
    JsonNode current = merged.path(name);
    if (value.isObject()) {
      ObjectNode base = current.isObject() ? (ObjectNode) current : merged.objectNode();
      merged.set(name, apply(base, value));
      return;
    }
    merged.set(
        name, value.isArray() && current.isArray() ? list(name, current, value) : fresh(value));
  }

  private static JsonNode list(String name, JsonNode current, JsonNode patch) {
    if (MERGED_PRIMITIVES.contains(name)) {
      ArrayNode union = current.deepCopy();
      patch.forEach(value -> addIfAbsent(union, value));
      return union;
    }
    Optional<String> key = mergeKey(name, patch);
    return key.isPresent() ? byKey(key.get(), current, patch) : fresh(patch);
  }

  private static JsonNode byKey(String key, JsonNode current, JsonNode patch) {
    ArrayNode merged = current.deepCopy();
    for (JsonNode element : patch) {
      String directive = element.path("$patch").asText();
      if (directive.equals("replace")) {
        merged.removeAll();
        continue;
      }
      int at = indexOf(merged, key, element.path(key));
      if (directive.equals("delete")) {
        if (at >= 0) {
          merged.remove(at);
        }
      } else if (at >= 0) {
        merged.set(at, apply((ObjectNode) merged.get(at), element));
      } else {
        merged.add(withoutDirectives((ObjectNode) element));
      }
    }
    return merged;
  }

  private static int indexOf(ArrayNode list, String key, JsonNode value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).equals(value)) {
        return i;
      }
    }
    return -1;
  }

  private static JsonNode fresh(JsonNode value) {
    if (!value.isArray()) {
      return value;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    value.forEach(
        element ->
            list.add(element.isObject() ? withoutDirectives((ObjectNode) element) : element));
    return list;
  }

  private static ObjectNode withoutDirectives(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    copy.remove("$patch");
    return apply(copy.objectNode(), copy);
  }

  private static void addIfAbsent(ArrayNode list, JsonNode value) {
    for (JsonNode existing : list) {
      if (existing.equals(value)) {
        return;
      }
    }
    list.add(value);
  }

  private static void removeAll(JsonNode list, JsonNode values) {
    if (!(list instanceof ArrayNode array)) {
      return;
    }
    for (JsonNode value : values) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (array.get(i).equals(value)) {
          array.remove(i);
        }
      }
    }
  }
}
