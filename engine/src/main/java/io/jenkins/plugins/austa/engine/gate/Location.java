package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;

/**
 * Where in the repository or the image a finding was made.
 *
 * @param path as the scanner names it, without a leading {@code ./}; never null
 * @param line counted from 1, or 0 when the finding is about the whole file
 */
public record Location(String path, int line) implements Serializable {
  public Location {
    path = path.startsWith("./") ? path.substring(2) : path;
    line = Math.max(0, line);
  }

  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line;
  }
}
