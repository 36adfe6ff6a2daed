package io.jenkins.plugins.austa.cli.host;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely stands for, by Levenshtein distance. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the known name closest to {@code wanted}, ignoring case.
   *
   * @return empty when nothing is near enough to be a typing mistake (more than a third of the
   *     letters, and at least two, would have to change)
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    int limit = Math.max(2, wanted.length() / 3);
    return known.stream()
        .filter(name -> distance(wanted, name) <= limit)
        .min(
            Comparator.comparingInt((String name) -> distance(wanted, name)).thenComparing(n -> n));
  }

  /** Returns {@code " - did you mean 'x'?"}, or an empty string when nothing is near. */
  public static String hint(String wanted, Collection<String> known) {
    return of(wanted, known).map(name -> " - did you mean '" + name + "'?").orElse("");
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
