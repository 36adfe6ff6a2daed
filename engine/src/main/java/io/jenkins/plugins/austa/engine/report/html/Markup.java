package io.jenkins.plugins.austa.engine.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes markup that is well-formed XML and means the same when read as HTML. All text and
 * attribute values are escaped here and nowhere else. Refuses event handlers, style attributes and
 * links that leave the page, so that no section can bring them in by mistake.
 */
final class Markup {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
  private static final Pattern FILE = Pattern.compile("[a-z]+\\.css");
  private static final Set<String> VOID =
      Set.of("meta", "br", "hr", "rect", "line", "path", "circle");
  private static final Set<String> OWN_LINE =
      Set.of(
          "head", "body", "header", "nav", "main", "section", "footer", "table", "tr", "ul", "ol");
  private static final int MOST_CHARACTERS = 4_000;

  private final StringBuilder out = new StringBuilder(32_768);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; one with a null value is left out
   */
  Markup open(String tag, String... attributes) {
    if (OWN_LINE.contains(tag)) {
      out.append('\n');
    }
    startTag(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Adds text; null adds nothing. */
  Markup text(String text) {
    if (text != null) {
      escape(text);
    }
    return this;
  }

  /** An element with only text in it. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element with nothing in it. */
  Markup empty(String tag, String... attributes) {
    if (!VOID.contains(tag)) {
      return open(tag, attributes).close();
    }
    startTag(tag, attributes);
    out.append("/>");
    return this;
  }

  /** The style sheet, which is ours and must not hold anything that needs escaping. */
  Markup style(String css) {
    if (css.contains("<") || css.contains("&") || css.contains("url(") || css.contains("@import")) {
      throw new IllegalArgumentException(
          "A style sheet that needs escaping or asks for more files");
    }
    open("style");
    out.append(css);
    return close();
  }

  /** Asks for a style sheet that lies in the page's own folder; nothing else can be asked for. */
  Markup styleBeside(String file) {
    require(FILE.matcher(file).matches(), "style sheet", file);
    out.append("<link rel=\"stylesheet\" href=\"").append(file).append("\"/>");
    return this;
  }

  /** The document; all elements must be closed. */
  String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Elements left open: " + open);
    }
    return "<!DOCTYPE html>" + out + "\n";
  }

  private void startTag(String tag, String... attributes) {
    require(NAME.matcher(tag).matches(), "tag", tag);
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        attribute(attributes[i], attributes[i + 1]);
      }
    }
  }

  private void attribute(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    require(NAME.matcher(name).matches(), "attribute", name);
    require(
        !lower.startsWith("on") && !lower.equals("style") && !lower.equals("src"),
        "attribute",
        name);
    require(!lower.equals("href") || value.startsWith("#"), "link", value);
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private static void require(boolean holds, String what, String value) {
    if (!holds) {
      throw new IllegalArgumentException("Not allowed in a report as " + what + ": " + value);
    }
  }

  private void escape(String text) {
    int most = Math.min(text.length(), MOST_CHARACTERS);
    for (int i = 0; i < most; ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(Harmless.isHarmless(c) ? c : '\uFFFD');
      }
      i += Character.charCount(c);
    }
    if (most < text.length()) {
      out.append("… (").append(text.length() - most).append(" more characters)");
    }
  }
}
