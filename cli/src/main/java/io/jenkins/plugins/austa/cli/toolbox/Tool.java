package io.jenkins.plugins.austa.cli.toolbox;

import java.util.Optional;

/** Something that answers in the place of a command the machine lacks. */
public interface Tool {

  /** The command's name on the PATH. */
  String name();

  /** How it answers; shown in the log, in {@code run.json} and in the report. */
  How how();

  /** Where its answers come from, one sentence for the reader of a report. */
  String provenance();

  /**
   * The first argument of the calls that are answered here when the machine has the command; its
   * other calls go to the command itself. Empty when every call is answered here.
   */
  default Optional<String> onlyFor() {
    return Optional.empty();
  }

  /**
   * Answers one call.
   *
   * @return the exit code
   * @throws Exception anything; it is shown on standard error and the exit code is 70
   */
  int run(ToolCall call) throws Exception;

  /** How a tool answers. */
  enum How {
    /** What the real tool printed once, or what was written by hand after its documentation. */
    RECORDED,
    /** Does the work itself, by another implementation. */
    STAND_IN;

    /** The word that a reader sees. */
    public String word() {
      return this == RECORDED ? "recorded" : "stand-in";
    }
  }
}
