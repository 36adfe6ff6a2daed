package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;

/** What stands in one cell of a table. */
@FunctionalInterface
interface Cell {
  void write(Markup out);

  /** Text; a dash where there is none. */
  static Cell text(String text) {
    return out -> out.text(text == null || text.isBlank() ? "–" : text);
  }

  /** Text that is copied rather than read: an id, a digest, a name of a file. */
  static Cell code(String text) {
    return text == null || text.isBlank() ? text(null) : out -> out.element("code", text);
  }

  /** How long something took; a dash where nobody measured it, which is told as 0. */
  static Cell took(long millis) {
    return text(millis > 0 ? HumanTime.duration(millis) : null);
  }

  /** A result or verdict. */
  static Cell badge(String result) {
    return out -> Badge.of(result).write(out, Results.word(result));
  }
}
