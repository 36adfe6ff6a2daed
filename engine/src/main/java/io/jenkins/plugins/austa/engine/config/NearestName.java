package io.jenkins.plugins.austa.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody most likely meant, by edit distance (Levenshtein 1966). */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name nearest to what was written, ignoring case.
   *
   * @param written what the user wrote
   * @param known the names that would have been right
   * @return the nearest one, or empty when none is near enough to be a likely slip (more than a
   *     third of the letters, and at least two, would have to change)
   */
  public static Optional<String> of(String written, Collection<String> known) {
    int limit = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= limit)
        .min(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code " - did you mean 'x'?"}, or an empty string when nothing is near. */
  public static String hint(String written, Collection<String> known) {
    return of(written, known).map(name -> " - did you mean '" + name + "'?").orElse("");
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
