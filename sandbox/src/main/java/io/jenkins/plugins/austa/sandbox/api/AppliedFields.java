package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server-side apply among those who apply: what a manager applied before and no longer applies is
 * removed unless another applies it too, and a field that another applies with another value is a
 * conflict unless it is forced. Those who write without applying own nothing here, and {@code
 * managedFields} are not written.
 */
final class AppliedFields {
  private final Map<String, Map<String, JsonNode>> byObject = new ConcurrentHashMap<>();

  /**
   * The object after a manager applied a configuration.
   *
   * @param current the object as it is, empty to begin with
   * @param force whether fields of others are taken over
   * @throws ApiException 409 when another manager's field would change
   */
  ObjectNode apply(
      ResourcePath path, String manager, ObjectNode current, ObjectNode applied, boolean force) {
    Map<String, JsonNode> others = new TreeMap<>(managers(current));
    JsonNode before = others.remove(manager);
    if (!force) {
      refuseConflicts(path, current, applied, others);
    }
    ObjectNode base = current.deepCopy();
    if (before != null) {
      removeDropped("", base, before, applied, others);
    }
    return StrategicMerge.apply(base, applied);
  }

  /** Remembers what was applied, once it is stored; what is taken from others is theirs no more. */
  void remember(ObjectNode stored, String manager, ObjectNode applied) {
    Map<String, JsonNode> managers =
        byObject.computeIfAbsent(uid(stored), uid -> new ConcurrentHashMap<>());
    managers.replaceAll(
        (other, fields) ->
            other.equals(manager) ? fields : ApplyConflicts.without(fields, applied));
    managers.put(manager, applied.deepCopy());
  }

  private Map<String, JsonNode> managers(ObjectNode object) {
    return byObject.getOrDefault(uid(object), Map.of());
  }

  private static String uid(ObjectNode object) {
    return object.path("metadata").path("uid").asText();
  }

  private static void refuseConflicts(
      ResourcePath path, ObjectNode current, ObjectNode applied, Map<String, JsonNode> others) {
    Map<String, String> conflicts = new TreeMap<>();
    others.forEach(
        (manager, fields) ->
            ApplyConflicts.between(current, applied, fields)
                .forEach(field -> conflicts.put(field, manager)));
    if (!conflicts.isEmpty()) {
      throw ApiException.applyConflict(path, conflicts);
    }
  }

  private static void removeDropped(
      String name, JsonNode base, JsonNode before, JsonNode applied, Map<String, JsonNode> others) {
    if (base instanceof ObjectNode object && before.isObject() && applied.isObject()) {
      before
          .properties()
          .forEach(
              field -> {
                String child = field.getKey();
                Map<String, JsonNode> theirs = children(others, child);
                if (applied.has(child)) {
                  removeDropped(
                      child, object.path(child), field.getValue(), applied.get(child), theirs);
                } else if (theirs.isEmpty()) {
                  object.remove(child);
                }
              });
    } else if (base instanceof ArrayNode list && before.isArray() && applied.isArray()) {
      StrategicMerge.mergeKey(name, before)
          .ifPresent(key -> removeDroppedElements(key, list, before, applied, others));
    }
  }

  private static Map<String, JsonNode> children(Map<String, JsonNode> others, String name) {
    Map<String, JsonNode> children = new TreeMap<>();
    others.forEach(
        (manager, fields) -> {
          if (fields.has(name)) {
            children.put(manager, fields.get(name));
          }
        });
    return children;
  }

  private static void removeDroppedElements(
      String key, ArrayNode base, JsonNode before, JsonNode applied, Map<String, JsonNode> others) {
    for (JsonNode old : before) {
      Optional<JsonNode> now = element(applied, key, old.path(key));
      Map<String, JsonNode> theirs = new TreeMap<>();
      others.forEach(
          (manager, list) ->
              element(list, key, old.path(key)).ifPresent(each -> theirs.put(manager, each)));
      for (int i = base.size() - 1; i >= 0; i--) {
        if (!base.get(i).path(key).equals(old.path(key))) {
          continue;
        }
        if (now.isPresent()) {
          removeDropped("", base.get(i), old, now.get(), theirs);
        } else if (theirs.isEmpty()) {
          base.remove(i);
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
