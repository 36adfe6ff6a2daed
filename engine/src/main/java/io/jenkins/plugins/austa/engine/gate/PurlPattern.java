package io.jenkins.plugins.austa.engine.gate;

/** A package URL in which {@code *} stands for any text, also for none. */
final class PurlPattern {
  private final String pattern;

  PurlPattern(String pattern) {
    this.pattern = plain(pattern);
  }

  /** Whether it is a finding's package, with or without version. */
  boolean fits(FindingDraft draft) {
    return draft.purl != null && (fits(plain(draft.purl)) || fits(draft.component));
  }

  /** Goes back to the last star only, where a character does not fit: never exponential. */
  boolean fits(String text) {
    int at = 0;
    int star = -1;
    int retry = 0;
    int i = 0;
    while (i < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = i;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static String plain(String purl) {
    return purl.replace("%40", "@");
  }
}
