package io.jenkins.plugins.austa.engine.report.html;

import java.util.Random;

/** Strings that break pages which are made carelessly. */
final class Hostile {
  private static final String[] PARTS = {
    "<script>alert(1)</script>",
    "</style>",
    "</title>",
    "\"",
    "'",
    "&",
    "&amp;",
    "&#60;",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "<?xml?>",
    "\" onload=\"x",
    "javascript:alert(1)",
    "{{7*7}}",
    "${jndi:x}",
    "\n",
    "\t",
    "\u0000",
    "\u001B[31m",
    "\u202E",
    "\u2066",
    "\uD83D",
    "\uDE80",
    "\uD83D\uDE80",
    "\uFFFE",
    "\u0085",
    "é",
    "漢字",
    "<svg/onload=x>",
    "<img src=x onerror=y>",
    "`",
    "\\",
    "%3Cscript%3E",
    " ",
    "a"
  };

  private Hostile() {}

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** What a reader is to see: the same, harmful characters replaced one by one. */
  static String asShown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                shown.appendCodePoint(
                    c != 0 && "\u001B\u202E\u2066\uFFFE\u0085".indexOf(c) < 0 && !isHalf(c)
                        ? c
                        : 0xFFFD));
    return shown.toString();
  }

  private static boolean isHalf(int c) {
    return c <= 0xFFFF && Character.isSurrogate((char) c);
  }
}
