package io.jenkins.plugins.austa.engine.gate.sarif;

import java.io.Serializable;
import java.util.List;

/**
 * The files that were written.
 *
 * @param files their paths, at least one
 * @param results how many results they have in all
 * @param leftOut how many findings are in none of them
 */
public record SarifOutput(List<String> files, int results, int leftOut) implements Serializable {
  public SarifOutput {
    files = List.copyOf(files);
  }

  /** For the log: what is in the files, and that something is not. */
  public String describe() {
    String all = results + " findings in " + String.join(", ", files);
    return leftOut == 0
        ? all
        : all + "; the " + leftOut + " least severe were left out, because GitHub takes no more";
  }
}
