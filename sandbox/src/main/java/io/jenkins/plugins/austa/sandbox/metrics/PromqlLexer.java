package io.jenkins.plugins.austa.sandbox.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class PromqlLexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+|#[^\\n]*)"
              + "|(?<duration>(?:\\d+(?:ms|[smhdw]))+)(?![\\w.])"
              + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![\\w.])"
              + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<operator>=~|!~|!=|[=+\\-*/(){}\\[\\],])");

  /** What a token is. */
  enum Type {
    DURATION,
    NUMBER,
    NAME,
    STRING,
    OPERATOR,
    END
  }

  /**
   * One token.
   *
   * @param text as written, for strings without quotes and escapes
   * @param position offset in the query
   */
  record Token(Type type, String text, int position) {

    boolean is(String wanted) {
      return text.equals(wanted) && type != Type.STRING;
    }
  }

  private PromqlLexer() {}

  /** All tokens, an {@code END} last. */
  static List<Token> tokens(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query);
    int position = 0;
    while (position < query.length()) {
      matcher.region(position, query.length());
      if (!matcher.lookingAt()) {
        throw PromqlException.syntax(
            position, "unexpected character: '" + query.charAt(position) + "'");
      }
      if (matcher.group("space") == null) {
        tokens.add(token(matcher, position));
      }
      position = matcher.end();
    }
    tokens.add(new Token(Type.END, "end of input", position));
    return tokens;
  }

  private static Token token(Matcher matcher, int position) {
    for (Type type : List.of(Type.DURATION, Type.NUMBER, Type.NAME, Type.OPERATOR)) {
      String text = matcher.group(type.name().toLowerCase(java.util.Locale.ROOT));
      if (text != null) {
        return new Token(type, text, position);
      }
    }
    String quoted = matcher.group("string");
    return new Token(Type.STRING, unescape(quoted.substring(1, quoted.length() - 1)), position);
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
  }
}
