package io.jenkins.plugins.austa.cli.console;

import java.util.Locale;
import java.util.Map;

/**
 * What the output can do.
 *
 * @param live whether lines can be written again; false for files, pipes and dumb terminals
 * @param colour whether colours and dimming may be used
 * @param unicode whether signs outside ASCII arrive
 * @param columns width in characters
 * @param rows height in lines
 */
public record Terminal(boolean live, boolean colour, boolean unicode, int columns, int rows) {
  private static final TerminalSize USUAL = new TerminalSize(80, 24);

  /** Where nothing can be redrawn: one line after the other, without colour. */
  public static Terminal plain(boolean unicode) {
    return new Terminal(false, false, unicode, USUAL.columns(), USUAL.rows());
  }

  /**
   * The terminal that this process writes to.
   *
   * @param environment environment variables; {@code NO_COLOR}, {@code TERM} and the locale count
   */
  public static Terminal detect(Map<String, String> environment) {
    boolean unicode = isUtf8(environment);
    if (!Interactive.isTerminal() || isDumb(environment)) {
      return plain(unicode);
    }
    TerminalSize size = TerminalSize.ask(environment).orElse(USUAL);
    return new Terminal(true, mayColour(environment), unicode, size.columns(), size.rows());
  }

  /** As https://no-color.org has it: set to anything but nothing. */
  static boolean mayColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.getOrDefault("TERM", "dumb"));
  }

  /** The first of these that is set decides, as in the C library. */
  static boolean isUtf8(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return false;
  }
}
