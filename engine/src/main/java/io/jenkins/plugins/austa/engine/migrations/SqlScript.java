package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a PostgreSQL script into statements. Knows comments (nested too), string literals with
 * doubled quotes and backslashes, quoted identifiers and dollar quotes, so that a semicolon in any
 * of them ends nothing. Literals and comments do not come through: they may hold personal data, and
 * a parser could read them otherwise than PostgreSQL does.
 */
final class SqlScript {
  private static final String LITERAL = "'?'";

  private final String sql;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder masked = new StringBuilder();
  private int at;
  private int line = 1;
  private int startLine;
  private boolean unterminated;

  private SqlScript(String sql) {
    this.sql = sql;
  }

  /** The statements in order; a script of comments has none. Never fails: a parser will. */
  static List<SqlStatement> split(String sql) {
    SqlScript script = new SqlScript(sql.startsWith("\uFEFF") ? sql.substring(1) : sql);
    while (script.at < script.sql.length()) {
      script.next();
    }
    script.end();
    return script.statements;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      skip(at + 1);
    } else if (sql.startsWith("--", at)) {
      skip(orEnd(sql.indexOf('\n', at)));
    } else if (sql.startsWith("/*", at)) {
      skip(commentEnd());
    } else if (c == ';') {
      end();
      advance(at + 1);
    } else {
      if (words.isEmpty()) {
        startLine = line;
      }
      word(c);
    }
  }

  private void word(char c) {
    if (c == '\'') {
      mask(quoted(at, '\'', false));
    } else if ((c == 'E' || c == 'e') && sql.startsWith("'", at + 1)) {
      mask(quoted(at + 1, '\'', true));
    } else if (c == '"') {
      keep(quoted(at, '"', false));
    } else if (c == '$' && dollarEnd() > 0) {
      mask(dollarEnd());
    } else if (Character.isJavaIdentifierStart(c) && c != '$') {
      int close = at;
      while (close < sql.length() && Character.isJavaIdentifierPart(sql.charAt(close))) {
        close++;
      }
      keep(close);
    } else {
      keep(at + 1);
    }
  }

  private void keep(int end) {
    String word = sql.substring(at, Math.min(end, sql.length()));
    masked.append(word);
    words.add(word.startsWith("\"") ? word : word.toUpperCase(Locale.ROOT));
    advance(end);
  }

  private void mask(int end) {
    masked.append(LITERAL);
    words.add(LITERAL);
    advance(end);
  }

  private void skip(int end) {
    if (masked.length() > 0 && masked.charAt(masked.length() - 1) != ' ') {
      masked.append(' ');
    }
    advance(end);
  }

  /**
   * Where the quoted text that opens at {@code open} has ended; a doubled quote does not end it.
   */
  private int quoted(int open, char quote, boolean backslashes) {
    int i = open + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (backslashes && c == '\\') {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return neverEnds();
  }

  /** Where the dollar-quoted text that opens here has ended, or -1 when none opens here. */
  private int dollarEnd() {
    int close = sql.indexOf('$', at + 1);
    if (close < 0) {
      return -1;
    }
    String tag = sql.substring(at, close + 1);
    if (!tag.matches("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$")) {
      return -1;
    }
    int end = sql.indexOf(tag, close + 1);
    return end < 0 ? neverEnds() : end + tag.length();
  }

  private int commentEnd() {
    int depth = 0;
    int i = at;
    while (i < sql.length()) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return neverEnds();
  }

  private int neverEnds() {
    unterminated = true;
    return sql.length();
  }

  private void end() {
    if (unterminated) {
      // An open quote must not pass for a closed one: neither parser nor rules may read this.
      masked.append(" '");
      words.clear();
      words.add("'");
    }
    if (!words.isEmpty()) {
      statements.add(new SqlStatement(masked.toString().strip(), startLine, words));
    }
    words.clear();
    masked.setLength(0);
  }

  private void advance(int to) {
    int end = Math.min(to, sql.length());
    for (int i = at; i < end; i++) {
      if (sql.charAt(i) == '\n') {
        line++;
      }
    }
    at = end;
  }

  private int orEnd(int index) {
    return index < 0 ? sql.length() : index;
  }
}
