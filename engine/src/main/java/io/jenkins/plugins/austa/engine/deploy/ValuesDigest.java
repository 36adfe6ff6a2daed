package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.util.List;
import java.util.Map;

/**
 * SHA-256 over those of a chart's values that do not follow from the rollout: not colour and number
 * of the revision, not images and replicas, which the record holds itself. The order of keys makes
 * no difference.
 */
final class ValuesDigest {

  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final List<String> OF_A_ROLLOUT = List.of("colour", "revision");
  private static final List<String> OF_A_SERVICE = List.of("image", "replicas");

  private ValuesDigest() {}

  static String of(JsonNode values) {
    if (!values.isObject()) {
      return Sha256.of("{}");
    }
    ObjectNode lasting = values.deepCopy();
    lasting.remove(OF_A_ROLLOUT);
    for (JsonNode service : lasting.path("services")) {
      if (service instanceof ObjectNode fields) {
        fields.remove(OF_A_SERVICE);
      }
    }
    try {
      return Sha256.of(SORTED.writeValueAsString(SORTED.convertValue(lasting, Map.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as JSON", e);
    }
  }
}
