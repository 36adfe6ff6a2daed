package io.jenkins.plugins.austa.cli.byhand;

import java.util.ArrayList;
import java.util.List;

/** Two texts as {@code diff -u} shows how they differ. Pure. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final List<String> lines = new ArrayList<>();
  private final List<int[]> at = new ArrayList<>();

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param from name of the first, {@code /dev/null} for nothing
   * @param to name of the second
   * @return empty when they are the same
   */
  static String of(String from, String before, String to, String after) {
    UnifiedDiff diff = new UnifiedDiff(before.lines().toList(), after.lines().toList());
    diff.compare();
    String hunks = diff.hunks();
    return hunks.isEmpty() ? "" : "--- " + from + "\n+++ " + to + "\n" + hunks;
  }

  /** Longest common subsequence; objects have some hundred lines. */
  private void compare() {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      at.add(new int[] {i, j});
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        lines.add(" " + before.get(i++));
        j++;
      } else if (j == after.size() || both && common[i + 1][j] >= common[i][j + 1]) {
        lines.add("-" + before.get(i++));
      } else {
        lines.add("+" + after.get(j++));
      }
    }
  }

  private String hunks() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < lines.size()) {
      if (isSame(next)) {
        next++;
        continue;
      }
      int start = Math.max(0, next - CONTEXT);
      int end = endOfHunk(next);
      text.append(header(start, end));
      lines.subList(start, end).forEach(line -> text.append(line).append('\n'));
      next = end;
    }
    return text.toString();
  }

  /** Changes that are closer than their context belong together. */
  private int endOfHunk(int change) {
    int last = change;
    for (int i = change; i < lines.size() && i <= last + 2 * CONTEXT; i++) {
      last = isSame(i) ? last : i;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private String header(int start, int end) {
    int removed = count(start, end, '+');
    int added = count(start, end, '-');
    return "@@ -"
        + range(at.get(start)[0], removed)
        + " +"
        + range(at.get(start)[1], added)
        + " @@\n";
  }

  private static String range(int from, int length) {
    return (length == 0 ? from : from + 1) + "," + length;
  }

  /** Lines of a hunk but those of one sign. */
  private int count(int start, int end, char without) {
    return (int)
        lines.subList(start, end).stream().filter(line -> line.charAt(0) != without).count();
  }

  private boolean isSame(int index) {
    return lines.get(index).charAt(0) == ' ';
  }
}
