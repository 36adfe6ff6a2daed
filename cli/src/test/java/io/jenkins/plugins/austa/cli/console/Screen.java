package io.jenkins.plugins.austa.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small terminal: understands the few sequences that the console uses, and refuses all others.
 */
final class Screen {
  private static final Pattern TOKEN =
      Pattern.compile("\u001B\\[(\\??)([0-9;]*)([A-Za-z])|\n|[^\u001B\n]+");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final List<String> rows = new ArrayList<>(List.of(""));
  private int row;
  private int column;
  private boolean cursorHidden;
  private boolean wraps = true;

  /** Everything that was written since the last time, as written. */
  String raw() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  /** What is to be seen after all that was written. */
  List<String> rows() {
    String written = raw();
    Matcher token = TOKEN.matcher(written);
    int end = 0;
    while (token.find()) {
      check(token.start() == end, "cannot read what follows character " + end);
      end = token.end();
      apply(token);
    }
    check(end == written.length(), "cannot read what follows character " + end);
    List<String> seen = new ArrayList<>(rows);
    check(seen.remove(seen.size() - 1).isEmpty(), "the cursor's own line is in use");
    return seen.stream().map(String::stripTrailing).toList();
  }

  boolean isAsItWas() {
    rows();
    return !cursorHidden && wraps && column == 0;
  }

  private void apply(Matcher token) {
    if (token.group(3) == null) {
      print(token.group());
      return;
    }
    String sequence = token.group(1) + token.group(2) + token.group(3);
    switch (token.group(3)) {
      case "A" -> {
        row -= Integer.parseInt(token.group(2));
        check(row >= 0, "the cursor went above the screen");
      }
      case "K" -> rows.set(row, rows.get(row).substring(0, column));
      case "J" -> {
        rows.set(row, rows.get(row).substring(0, column));
        rows.subList(row + 1, rows.size()).clear();
      }
      case "m" -> check(!token.group(2).isEmpty(), "no colour named");
      case "h", "l" -> mode(sequence);
      default -> check(false, "not known: " + sequence);
    }
  }

  private void mode(String sequence) {
    switch (sequence) {
      case "?25l" -> cursorHidden = true;
      case "?25h" -> cursorHidden = false;
      case "?7l" -> wraps = false;
      case "?7h" -> wraps = true;
      default -> check(false, "not known: " + sequence);
    }
  }

  private void print(String text) {
    if (text.equals("\n")) {
      row++;
      column = 0;
      if (row == rows.size()) {
        rows.add("");
      }
      return;
    }
    String old = rows.get(row);
    String rest =
        old.length() > column + text.length() ? old.substring(column + text.length()) : "";
    rows.set(row, old.substring(0, column) + text + rest);
    column += text.length();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise.replace("\u001B", "ESC"));
    }
  }
}
