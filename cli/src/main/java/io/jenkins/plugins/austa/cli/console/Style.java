package io.jenkins.plugins.austa.cli.console;

/**
 * How things look on one terminal: signs, colours, dimming. Without colour the signs and words say
 * it all; without Unicode the signs are ASCII.
 */
final class Style {
  private static final String RESET = "\u001B[0m";
  private final boolean colour;
  private final boolean unicode;

  Style(Terminal terminal) {
    this.colour = terminal.colour();
    this.unicode = terminal.unicode();
  }

  /** One character that stands for a result; null is a stage that runs. */
  String sign(String result) {
    return switch (result == null ? "" : result) {
      case "" -> paint("36", unicode ? "▸" : ">");
      case "SUCCESS" -> paint("32", unicode ? "✓" : "+");
      case "UNSTABLE" -> paint("33", "!");
      case "FAILURE" -> paint("31", unicode ? "✕" : "x");
      default -> dim("-");
    };
  }

  /** The word for a result. */
  static String word(String result) {
    return switch (result == null ? "" : result) {
      case "" -> "running";
      case "SUCCESS" -> "passed";
      case "UNSTABLE" -> "unstable";
      case "FAILURE" -> "failed";
      case "ABORTED" -> "aborted";
      case "NOT_BUILT" -> "skipped";
      default -> result;
    };
  }

  /** The word for a result in its colour. */
  String painted(String result) {
    return switch (result == null ? "" : result) {
      case "SUCCESS" -> paint("1;32", word(result));
      case "UNSTABLE" -> paint("1;33", word(result));
      case "FAILURE" -> paint("1;31", word(result));
      default -> bold(word(result));
    };
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  /** Between the names of a path of stages. */
  String into() {
    return unicode ? " › " : " > ";
  }

  /** Text that arrives as it is meant: where only ASCII does, what we use ourselves is replaced. */
  String arriving(String text) {
    return unicode ? text : text.replace('›', '>').replace("…", "...").replace('–', '-');
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? "\u001B[" + code + "m" + text + RESET : text;
  }
}
