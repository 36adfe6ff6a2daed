package io.jenkins.plugins.austa.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Width and height of a terminal in characters. */
record TerminalSize(int columns, int rows) {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSize.class);
  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,4})\\s+(\\d{1,4})\\s*");
  private static final int NARROWEST = 20;
  private static final int LOWEST = 5;

  /**
   * The size of the terminal that this process has; empty when it cannot be found out.
   *
   * @param environment where shells that export {@code COLUMNS} and {@code LINES} put them
   */
  static Optional<TerminalSize> ask(Map<String, String> environment) {
    String exported = environment.get("LINES") + " " + environment.get("COLUMNS");
    return parse(exported).or(TerminalSize::stty);
  }

  /**
   * Reads {@code rows columns}, as {@code stty size} prints; empty when it is not a usable size.
   */
  static Optional<TerminalSize> parse(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      return Optional.empty();
    }
    TerminalSize read =
        new TerminalSize(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)));
    return read.columns >= NARROWEST && read.rows >= LOWEST ? Optional.of(read) : Optional.empty();
  }

  private static Optional<TerminalSize> stty() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return Optional.empty();
      }
      return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      LOG.debug("No size from stty; the usual one is taken", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
