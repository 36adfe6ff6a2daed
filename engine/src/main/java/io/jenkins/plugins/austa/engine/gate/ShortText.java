package io.jenkins.plugins.austa.engine.gate;

/**
 * A short text that is read again and again, and becomes a string only if somebody wants to keep
 * it. What is longer than {@value #LONGEST} characters is cut.
 */
final class ShortText {
  private static final int LONGEST = 2 * Finding.LONGEST_TITLE;

  private final char[] chars = new char[LONGEST];
  private int length = -1;

  void clear() {
    length = -1;
  }

  void set(char[] from, int offset, int count) {
    length = Math.min(count, LONGEST);
    System.arraycopy(from, offset, chars, 0, length);
  }

  /** Takes a text; null is none. */
  void set(String text) {
    length = text == null ? -1 : Math.min(text.length(), LONGEST);
    if (length > 0) {
      text.getChars(0, length, chars, 0);
    }
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (!Character.isWhitespace(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** Null when there is none. */
  String value() {
    return length < 0 ? null : new String(chars, 0, length);
  }
}
