package io.jenkins.plugins.austa.cli.console;

import java.util.regex.Pattern;

/**
 * Makes what tools print safe to show in one line: it cannot move the cursor or colour the rest.
 */
final class LogText {
  /** Colours and cursor movements (CSI), titles and links (OSC), and the other two-byte escapes. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B.?");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u202A-\u202E\u2066-\u2069]");

  private LogText() {}

  /** One line; of a progress bar that was written over and over, the last state. */
  static String clean(String text) {
    String plain = ESCAPES.matcher(text).replaceAll("").replace("\r\n", "\n").stripTrailing();
    String last = plain.substring(plain.lastIndexOf('\r') + 1);
    return CONTROLS.matcher(last.replace("\t", "  ")).replaceAll(" ").stripTrailing();
  }
}
