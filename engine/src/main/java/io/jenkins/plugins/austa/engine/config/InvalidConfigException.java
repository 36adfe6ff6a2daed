package io.jenkins.plugins.austa.engine.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; carries every mistake found, not only the first. */
public final class InvalidConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  /**
   * @param problems the mistakes in the order of the file, at least one
   */
  public InvalidConfigException(List<ConfigProblem> problems) {
    super(describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes in the order of the file. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  private static String describe(List<ConfigProblem> problems) {
    String count = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
    return problems.stream()
        .map(ConfigProblem::toString)
        .collect(Collectors.joining("\n  ", count + " in the configuration:\n  ", ""));
  }
}
