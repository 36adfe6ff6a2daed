package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares what two managers apply, field by field; a list counts as one field. */
final class ApplyConflicts {
  private ApplyConflicts() {}

  /** The fields, as {@code .data.a}, that would change although another applies them. */
  static List<String> between(JsonNode current, JsonNode applied, JsonNode others) {
    List<String> fields = new ArrayList<>();
    collect("", current, applied, others, fields);
    return fields;
  }

  private static void collect(
      String path, JsonNode current, JsonNode applied, JsonNode others, List<String> fields) {
    if (applied.isObject() && others.isObject()) {
      applied
          .properties()
          .forEach(
              field -> {
                String child = path + "." + field.getKey();
                if (others.has(field.getKey())) {
                  collect(
                      child,
                      current.path(field.getKey()),
                      field.getValue(),
                      others.get(field.getKey()),
                      fields);
                }
              });
    } else if (!applied.equals(current)) {
      fields.add(path);
    }
  }

  /** What is left of one manager's fields when another has applied other values for some. */
  static JsonNode without(JsonNode fields, JsonNode applied) {
    if (!(fields instanceof ObjectNode object) || !applied.isObject()) {
      return fields;
    }
    ObjectNode left = object.deepCopy();
    applied
        .properties()
        .forEach(
            field -> {
              JsonNode mine = left.path(field.getKey());
              if (mine.isObject() && field.getValue().isObject()) {
                left.set(field.getKey(), without(mine, field.getValue()));
              } else if (!mine.isMissingNode() && !mine.equals(field.getValue())) {
                left.remove(field.getKey());
              }
            });
    return left;
  }
}
