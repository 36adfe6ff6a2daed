package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often an object of the entry has been written, in one of its annotations. So it is never
 * equal to what it was, and writing it makes all writes fail that rest on an earlier reading, even
 * if it leads where it did before.
 */
final class MoveCount {
  private static final String ANNOTATION = "austa.io/moves";

  private MoveCount() {}

  /**
   * Counts one more.
   *
   * @param wanted what is to be written, changed in place
   * @return the same object
   */
  static <T extends HasMetadata> T oneMore(T wanted) {
    Map<String, String> annotations =
        new LinkedHashMap<>(
            Optional.ofNullable(wanted.getMetadata().getAnnotations()).orElse(Map.of()));
    annotations.merge(ANNOTATION, "1", (before, one) -> next(before));
    wanted.getMetadata().setAnnotations(annotations);
    return wanted;
  }

  /** What was edited by hand to be no number counts from the beginning. */
  private static String next(String before) {
    return before.matches("\\d{1,9}") ? String.valueOf(Integer.parseInt(before) + 1) : "1";
  }
}
