package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/** What takes the place of something a report was not given. */
final class Absent {
  private Absent() {}

  /**
   * An unmodifiable copy; a missing list, as in a {@code run.json} of an older version, is empty.
   */
  static <T> List<T> orEmpty(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }
}
