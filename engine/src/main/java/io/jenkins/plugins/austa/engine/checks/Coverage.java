package io.jenkins.plugins.austa.engine.checks;

import java.io.Serializable;

/**
 * How many lines tests reach.
 *
 * @param covered lines that ran
 * @param lines lines that could run
 */
public record Coverage(long covered, long lines) implements Serializable {
  public Coverage {
    if (covered < 0 || covered > lines) {
      throw new IllegalArgumentException(covered + " of " + lines + " lines cannot be covered");
    }
  }

  /** From 0 to 100; 0 when there are no lines, because nothing was shown to be covered. */
  public double percent() {
    return lines == 0 ? 0 : 100.0 * covered / lines;
  }
}
