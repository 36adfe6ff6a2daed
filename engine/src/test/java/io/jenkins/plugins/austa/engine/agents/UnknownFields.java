package io.jenkins.plugins.austa.engine.agents;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds fields in YAML that the API's model does not have. The model itself would take them in
 * silence, and a cluster with strict decoding would refuse them.
 */
final class UnknownFields {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  static List<String> in(String yaml, Class<?> type) throws Exception {
    UnknownFields search = new UnknownFields();
    search.visit(new YAMLMapper().readTree(yaml), MAPPER.constructType(type), "");
    return search.found;
  }

  private void visit(JsonNode node, JavaType type, String path) {
    if (type.isCollectionLikeType()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), type.getContentType(), path + "[" + i + "]");
      }
    } else if (KubernetesResource.class.isAssignableFrom(type.getRawClass()) && node.isObject()) {
      Map<String, JavaType> known = properties(type);
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (known.containsKey(name)) {
                  visit(node.get(name), known.get(name), path + "." + name);
                } else {
                  found.add(path + "." + name);
                }
              });
    }
  }

  private static Map<String, JavaType> properties(JavaType type) {
    BeanDescription description = MAPPER.getDeserializationConfig().introspect(type);
    Map<String, JavaType> properties = new TreeMap<>();
    for (BeanPropertyDefinition property : description.findProperties()) {
      properties.put(property.getName(), property.getPrimaryType());
    }
    properties.remove("additionalProperties");
    return properties;
  }
}
