package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a live object when Helm applies a manifest to it, by the same three: what the
 * manifest asks for is set, what only the former manifest asked for goes, what others have set
 * stays. Lists of things with names are matched by name, other lists are replaced. Pure.
 */
final class AppliedObject {

  private AppliedObject() {}

  /**
   * @param live as the cluster has it; missing when it does not exist
   * @param wanted as the manifest has it
   * @param former as the manifest had it that was applied last; missing when there was none
   */
  static JsonNode of(JsonNode live, JsonNode wanted, JsonNode former) {
    if (wanted instanceof ObjectNode fields && live.isObject()) {
      return object((ObjectNode) live, fields, former);
    }
    if (wanted instanceof ArrayNode items && live.isArray() && named(wanted) && named(live)) {
      return list(live, items, former);
    }
    return wanted;
  }

  private static ObjectNode object(ObjectNode live, ObjectNode wanted, JsonNode former) {
    ObjectNode result = live.deepCopy();
    former
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!wanted.has(name)) {
                result.remove(name);
              }
            });
    for (Iterator<Map.Entry<String, JsonNode>> fields = wanted.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        result.set(
            field.getKey(),
            of(live.path(field.getKey()), field.getValue(), former.path(field.getKey())));
      }
    }
    return result;
  }

  private static ArrayNode list(JsonNode live, ArrayNode wanted, JsonNode former) {
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    List<String> names = new ArrayList<>();
    for (JsonNode each : wanted) {
      String name = each.path("name").asText();
      names.add(name);
      result.add(of(find(live, name), each, find(former, name)));
    }
    for (JsonNode each : live) {
      String name = each.path("name").asText();
      if (!names.contains(name) && find(former, name).isMissingNode()) {
        result.add(each);
      }
    }
    return result;
  }

  private static JsonNode find(JsonNode list, String name) {
    for (JsonNode each : list) {
      if (each.path("name").asText().equals(name)) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean named(JsonNode list) {
    for (JsonNode each : list) {
      if (!each.path("name").isTextual()) {
        return false;
      }
    }
    return true;
  }
}
