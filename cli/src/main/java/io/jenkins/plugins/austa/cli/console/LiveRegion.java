package io.jenkins.plugins.austa.cli.console;

import java.io.PrintStream;
import java.util.List;

/**
 * The last lines of a terminal, which can be written again. The cursor rests at the start of the
 * line after them, hidden while the region is in use. Writes only when something has changed, and
 * all of it at once.
 */
final class LiveRegion {
  private static final String HIDE_CURSOR = "\u001B[?25l";
  private static final String SHOW_CURSOR = "\u001B[?25h";

  /** Without wrapping a line stays one line, even after the window was made narrower. */
  private static final String NO_WRAP = "\u001B[?7l";

  private static final String WRAP = "\u001B[?7h";
  private static final String CLEAR_REST_OF_LINE = "\u001B[K";
  private static final String CLEAR_BELOW = "\u001B[J";

  private final PrintStream out;
  private List<String> shown = List.of();
  private boolean used;

  LiveRegion(PrintStream out) {
    this.out = out;
  }

  /**
   * Writes lines that stay above, then the region.
   *
   * @param settled lines that are never written again; may wrap
   * @param live lines of the region from now on
   */
  void show(List<String> settled, List<String> live) {
    if (settled.isEmpty() && live.equals(shown)) {
      return;
    }
    StringBuilder text = new StringBuilder(used ? "" : HIDE_CURSOR);
    used = true;
    if (!shown.isEmpty()) {
      text.append("\u001B[").append(shown.size()).append('A');
    }
    // Cleared first where lines may wrap: clearing line by line would leave remains.
    text.append(settled.isEmpty() ? "" : CLEAR_BELOW);
    settled.forEach(line -> text.append(line).append('\n'));
    text.append(NO_WRAP);
    live.forEach(line -> text.append(line).append(CLEAR_REST_OF_LINE).append('\n'));
    text.append(CLEAR_BELOW).append(WRAP);
    out.print(text);
    out.flush();
    shown = List.copyOf(live);
  }

  /** Leaves what is shown where it is and gives the cursor back. */
  void close() {
    if (used) {
      out.print(SHOW_CURSOR);
      used = false;
      shown = List.of();
    }
    out.flush();
  }
}
