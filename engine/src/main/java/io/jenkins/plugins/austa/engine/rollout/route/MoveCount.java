package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the moves of an object of the entry in an annotation. An API server gives an object no new
 * resourceVersion when a write changes nothing; with the count every write changes something, and
 * makes all writes fail that rest on an earlier reading.
 */
final class MoveCount {

  private static final String MOVES = "austa.io/moves";

  private MoveCount() {}

  /** The same object, which must not be one that others still look at. */
  static <T extends HasMetadata> T raised(T object) {
    Map<String, String> annotations = new HashMap<>();
    if (object.getMetadata().getAnnotations() != null) {
      annotations.putAll(object.getMetadata().getAnnotations());
    }
    annotations.merge(MOVES, "1", (before, one) -> next(before));
    object.getMetadata().setAnnotations(annotations);
    return object;
  }

  private static String next(String before) {
    return before.matches("\\d{1,9}") ? String.valueOf(Integer.parseInt(before) + 1) : "1";
  }
}
