package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object before and after. What the cluster itself keeps in it (versions, times, status) is
 * left out; values of Secrets are shown as digests.
 *
 * @param moment {@code install}, {@code scale-up}, {@code switch} or {@code retire}
 * @param before missing when it does not exist yet
 * @param after missing when it goes
 */
record ObjectChange(String moment, JsonNode before, JsonNode after) {
  private static final ObjectMapper YAML =
      new ObjectMapper(
              new YAMLFactory()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final List<String> KEPT_BY_THE_CLUSTER =
      List.of(
          "managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink");
  private static final int SHORT = 12;

  /** Kind, namespace and name. */
  String object() {
    JsonNode known = after.isObject() ? after : before;
    JsonNode metadata = known.path("metadata");
    return "%s %s/%s"
        .formatted(
            known.path("kind").asText(),
            metadata.path("namespace").asText(),
            metadata.path("name").asText());
  }

  /** Empty when nothing changes. */
  String diff() {
    String name = object().replace(' ', '/');
    return UnifiedDiff.of(
        before.isObject() ? "live/" + name : "/dev/null",
        text(before),
        after.isObject() ? moment + "/" + name : "/dev/null",
        text(after));
  }

  /** For programs. */
  Map<String, Object> data() {
    JsonNode known = after.isObject() ? after : before;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("moment", moment);
    data.put("kind", known.path("kind").asText());
    data.put("namespace", known.path("metadata").path("namespace").asText());
    data.put("name", known.path("metadata").path("name").asText());
    data.put("diff", diff());
    return data;
  }

  private static String text(JsonNode object) {
    if (!object.isObject()) {
      return "";
    }
    ObjectNode shown = object.deepCopy();
    shown.remove("status");
    if (shown.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(KEPT_BY_THE_CLUSTER);
      if (metadata.path("annotations") instanceof ObjectNode annotations) {
        annotations.remove("deployment.kubernetes.io/revision");
      }
    }
    if (shown.path("kind").asText().equals("Secret")) {
      hide(shown, "data");
      hide(shown, "stringData");
    }
    try {
      return YAML.writeValueAsString(YAML.convertValue(shown, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as YAML", e);
    }
  }

  private static void hide(ObjectNode secret, String list) {
    if (secret.path(list) instanceof ObjectNode values) {
      values
          .fieldNames()
          .forEachRemaining(
              name ->
                  values.put(
                      name, "sha256:" + Sha256.of(values.path(name).asText()).substring(0, SHORT)));
    }
  }
}
