package io.jenkins.plugins.austa.engine.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster, the user or the context that a kubeconfig names. Holds secrets. */
final class KubeconfigEntry {
  private final JsonNode fields;

  KubeconfigEntry(JsonNode fields) {
    this.fields = fields;
  }

  /** The text of a field, empty when it is absent or blank. */
  Optional<String> text(String field) {
    JsonNode value = fields.path(field);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The texts of a list, none when it is absent. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    fields.path(field).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Whether a field says true. */
  boolean flag(String field) {
    return fields.path(field).asBoolean(false);
  }

  /** Whether a field is there with anything in it. */
  boolean has(String field) {
    JsonNode value = fields.path(field);
    return value.isContainerNode() ? !value.isEmpty() : text(field).isPresent();
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "KubeconfigEntry";
  }
}
