package io.jenkins.plugins.austa.engine.report.html;

/** Which characters may stand in a page as they are. */
final class Harmless {
  private Harmless() {}

  /**
   * False for what XML forbids (control characters, lone surrogates, non-characters) and for what
   * turns the order of the text around it, with which a commit message could make a page say what
   * is not so.
   */
  static boolean isHarmless(int c) {
    return isXml(c) && !turnsText(c);
  }

  private static boolean isXml(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !nonCharacter;
  }

  private static boolean turnsText(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F;
  }
}
