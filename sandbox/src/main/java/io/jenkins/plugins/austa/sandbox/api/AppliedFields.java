package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server-side apply, as far as one manager an object goes: what a manager applied before and no
 * longer applies is removed, what others wrote stays. Conflicts between managers are not detected,
 * and {@code managedFields} are not written.
 */
final class AppliedFields {
  private final Map<String, JsonNode> lastApplied = new ConcurrentHashMap<>();

  /**
   * The object after a manager applied a configuration.
   *
   * @param current the object as it is, empty to begin with
   */
  ObjectNode apply(ResourcePath path, String manager, ObjectNode current, ObjectNode applied) {
    JsonNode before = lastApplied.get(key(path, manager));
    ObjectNode base = current.deepCopy();
    if (before != null) {
      removeDropped("", base, before, applied);
    }
    return StrategicMerge.apply(base, applied);
  }

  /** Remembers what was applied, once it is stored. */
  void remember(ResourcePath path, String manager, ObjectNode applied) {
    lastApplied.put(key(path, manager), applied.deepCopy());
  }

  private static String key(ResourcePath path, String manager) {
    return path.object().uri() + "#" + manager;
  }

  private static void removeDropped(String name, JsonNode base, JsonNode before, JsonNode applied) {
    if (base instanceof ObjectNode object && before.isObject() && applied.isObject()) {
      before
          .properties()
          .forEach(
              field -> {
                String child = field.getKey();
                if (!applied.has(child)) {
                  object.remove(child);
                } else {
                  removeDropped(child, object.path(child), field.getValue(), applied.get(child));
                }
              });
    } else if (base instanceof ArrayNode list && before.isArray() && applied.isArray()) {
      StrategicMerge.mergeKey(name, before)
          .ifPresent(key -> removeDroppedElements(key, list, before, applied));
    }
  }

  private static void removeDroppedElements(
      String key, ArrayNode base, JsonNode before, JsonNode applied) {
    for (JsonNode old : before) {
      Optional<JsonNode> now = element(applied, key, old.path(key));
      for (int i = base.size() - 1; i >= 0; i--) {
        if (!base.get(i).path(key).equals(old.path(key))) {
          continue;
        }
        if (now.isEmpty()) {
          base.remove(i);
        } else {
          removeDropped("", base.get(i), old, now.get());
        }
      }
    }
  }

  private static Optional<JsonNode> element(JsonNode list, String key, JsonNode value) {
    for (JsonNode element : list) {
      if (element.path(key).equals(value)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
