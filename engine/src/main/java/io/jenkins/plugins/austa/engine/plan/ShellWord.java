package io.jenkins.plugins.austa.engine.plan;

import java.util.regex.Pattern;

/** Writes text so that a POSIX shell reads it as one word (POSIX.1-2017, XCU 2.2.2). */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWord() {}

  /** The text as one word; plain words stay as they are, so that logs read well. */
  public static String quote(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
