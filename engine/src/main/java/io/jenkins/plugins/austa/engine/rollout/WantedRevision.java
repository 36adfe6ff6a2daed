package io.jenkins.plugins.austa.engine.rollout;

/** Which recorded revision somebody wants to go back to. */
public sealed interface WantedRevision {

  /** How the one before is called in a Jenkinsfile and on the command line. */
  String PREVIOUS = "previous";

  /** The one that served before the one that serves now. */
  record Previous() implements WantedRevision {
    @Override
    public String toString() {
      return "the previous revision";
    }
  }

  /** The one with this number. */
  record Numbered(int number) implements WantedRevision {
    @Override
    public String toString() {
      return "revision " + number;
    }
  }

  /**
   * Reads what people write.
   *
   * @param text {@code previous} or the number of a revision
   * @throws IllegalArgumentException if it is neither
   */
  static WantedRevision parse(String text) {
    String given = text.strip();
    if (given.equals(PREVIOUS)) {
      return new Previous();
    }
    if (!given.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no revision; say \"previous\" or a number from the history, as 7");
    }
    return new Numbered(Integer.parseInt(given));
  }
}
