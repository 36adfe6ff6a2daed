package io.jenkins.plugins.austa.engine.report.html;

import java.util.Locale;

/** A word with a sign and a colour; the word and the sign say it all without the colour. */
enum Badge {
  GOOD("good", "✓"),
  CAUTION("caution", "!"),
  BAD("bad", "✕"),
  NEUTRAL("neutral", "–"),
  RUNNING("neutral", "…");

  private final String style;
  private final String sign;

  Badge(String style, String sign) {
    this.style = style;
    this.sign = sign;
  }

  /** How a result or verdict looks, whatever part of the run it comes from. */
  static Badge of(String result) {
    if (result == null) {
      return RUNNING;
    }
    return switch (result.toUpperCase(Locale.ROOT)) {
      case "SUCCESS", "PASSED", "APPLIED", "ALREADY APPLIED", "APPROVED", "DELIVERED", "REAL" ->
          GOOD;
      case "UNSTABLE", "RECORDED", "STAND-IN" -> CAUTION;
      case "FAILURE", "FAILED", "BROKEN", "REFUSED", "REJECTED", "TIMED OUT", "NOT DELIVERED" ->
          BAD;
      default -> NEUTRAL;
    };
  }

  /** The part of a CSS class name that stands for this. */
  String style() {
    return style;
  }

  String sign() {
    return sign;
  }

  void write(Markup out, String word) {
    out.open("span", "class", "badge " + style);
    out.element("span", sign, "aria-hidden", "true").text(" " + word).close();
  }
}
