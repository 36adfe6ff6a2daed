package io.jenkins.plugins.austa.sandbox.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;

/** Whether objects are selected by their labels. */
public final class LabelSelectors {
  private LabelSelectors() {}

  /** Whether a selector selects an object; null selects nothing, an empty one everything. */
  public static boolean selects(LabelSelector selector, HasMetadata object) {
    if (selector == null) {
      return false;
    }
    Map<String, String> given = object.getMetadata().getLabels();
    Map<String, String> labels = given == null ? Map.of() : given;
    Map<String, String> wanted = selector.getMatchLabels();
    return (wanted == null || labels.entrySet().containsAll(wanted.entrySet()))
        && selector.getMatchExpressions().stream().allMatch(each -> holds(each, labels));
  }

  private static boolean holds(LabelSelectorRequirement wanted, Map<String, String> labels) {
    String value = labels.get(wanted.getKey());
    return switch (wanted.getOperator()) {
      case "In" -> value != null && wanted.getValues().contains(value);
      case "NotIn" -> value == null || !wanted.getValues().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default ->
          throw new IllegalStateException(
              "\"" + wanted.getOperator() + "\" is not a valid label selector operator");
    };
  }
}
