package io.jenkins.plugins.austa.sandbox.metrics;

import io.jenkins.plugins.austa.sandbox.metrics.PromqlLexer.Token;
import io.jenkins.plugins.austa.sandbox.metrics.PromqlLexer.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses selectors, {@code rate}, {@code increase}, {@code sum}, {@code vector}, {@code or},
 * arithmetic and parentheses. Everything else of PromQL is refused by name.
 */
final class PromqlParser {
  private static final Pattern DURATION_PART = Pattern.compile("(\\d+)(ms|[smhdw])");
  private static final Set<String> REFUSED =
      Set.of(
          "and",
          "unless",
          "on",
          "ignoring",
          "bool",
          "offset",
          "without",
          "group_left",
          "group_right",
          "atan2");

  private final List<Token> tokens;
  private int at;

  private PromqlParser(String query) {
    this.tokens = PromqlLexer.tokens(query);
  }

  static Expression parse(String query) {
    PromqlParser parser = new PromqlParser(query);
    Expression expression = parser.alternatives();
    parser.refuseRest();
    return expression;
  }

  private Expression alternatives() {
    Expression left = sums();
    while (accept("or")) {
      left = new Expression.Binary("or", left, sums());
    }
    return left;
  }

  private Expression sums() {
    Expression left = products();
    while (peek().is("+") || peek().is("-")) {
      left = new Expression.Binary(next().text(), left, products());
    }
    return left;
  }

  private Expression products() {
    Expression left = unary();
    while (peek().is("*") || peek().is("/")) {
      left = new Expression.Binary(next().text(), left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (accept("-")) {
      return new Expression.Negative(unary());
    }
    return accept("+") ? unary() : primary();
  }

  private Expression primary() {
    Token token = peek();
    if (accept("(")) {
      Expression inner = alternatives();
      expect(")");
      return inner;
    }
    if (token.type() == Type.NUMBER) {
      return new Expression.Number(Double.parseDouble(next().text()));
    }
    if (token.is("{")) {
      return selector();
    }
    if (token.type() != Type.NAME) {
      throw unexpected(token);
    }
    return named(token);
  }

  private Expression named(Token name) {
    switch (name.text()) {
      case "sum":
        return sum();
      case "rate":
      case "increase":
        return increase();
      case "vector":
        return vector();
      default:
        if (tokens.get(at + 1).is("(")) {
          throw PromqlException.syntax(
              name.position(), "function \"" + name.text() + "\" is not supported by the sandbox");
        }
        return name.text().equalsIgnoreCase("nan") || name.text().equalsIgnoreCase("inf")
            ? number()
            : selector();
    }
  }

  private Expression number() {
    return new Expression.Number(
        next().text().equalsIgnoreCase("nan") ? Double.NaN : Double.POSITIVE_INFINITY);
  }

  private Expression sum() {
    next();
    List<String> by = labelsAfterBy();
    expect("(");
    Expression argument = alternatives();
    expect(")");
    return new Expression.Sum(by.isEmpty() ? labelsAfterBy() : by, argument);
  }

  private List<String> labelsAfterBy() {
    List<String> labels = new ArrayList<>();
    if (!accept("by")) {
      return labels;
    }
    expect("(");
    while (!peek().is(")")) {
      labels.add(expect(Type.NAME).text());
      if (!accept(",")) {
        break;
      }
    }
    expect(")");
    return labels;
  }

  private Expression increase() {
    boolean perSecond = next().is("rate");
    expect("(");
    Expression.Selector selector = selector();
    expect("[");
    Duration range = duration(expect(Type.DURATION));
    expect("]");
    expect(")");
    return new Expression.Increase(selector, range, perSecond);
  }

  private Expression vector() {
    next();
    expect("(");
    Expression scalar = alternatives();
    expect(")");
    return new Expression.VectorOf(scalar);
  }

  private Expression.Selector selector() {
    List<LabelMatcher> matchers = new ArrayList<>();
    Token first = peek();
    if (first.type() == Type.NAME) {
      next();
      matchers.add(LabelMatcher.of("__name__", "=", first.text(), first.position()));
    }
    if (accept("{")) {
      while (!peek().is("}")) {
        matchers.add(matcher());
        if (!accept(",")) {
          break;
        }
      }
      expect("}");
    }
    if (matchers.isEmpty()) {
      throw unexpected(first);
    }
    return new Expression.Selector(matchers);
  }

  private LabelMatcher matcher() {
    String label = expect(Type.NAME).text();
    Token operator = next();
    if (!Set.of("=", "!=", "=~", "!~").contains(operator.text())) {
      throw unexpected(operator);
    }
    Token value = expect(Type.STRING);
    return LabelMatcher.of(label, operator.text(), value.text(), value.position());
  }

  private static Duration duration(Token token) {
    Duration total = Duration.ZERO;
    Matcher part = DURATION_PART.matcher(token.text());
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      total =
          total.plus(
              switch (part.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7 * count);
              });
    }
    return total;
  }

  private void refuseRest() {
    Token rest = peek();
    if (rest.type() == Type.END) {
      return;
    }
    if (rest.is("[")) {
      throw PromqlException.syntax(
          rest.position(), "a range selector is supported inside rate() and increase() only");
    }
    if (REFUSED.contains(rest.text())) {
      throw PromqlException.syntax(
          rest.position(), "\"" + rest.text() + "\" is not supported by the sandbox");
    }
    throw unexpected(rest);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private boolean accept(String text) {
    if (!peek().is(text)) {
      return false;
    }
    next();
    return true;
  }

  private void expect(String text) {
    if (!accept(text)) {
      throw PromqlException.syntax(
          peek().position(), "unexpected \"" + peek().text() + "\", expected \"" + text + "\"");
    }
  }

  private Token expect(Type type) {
    if (peek().type() != type) {
      throw unexpected(peek());
    }
    return next();
  }

  private static PromqlException unexpected(Token token) {
    return PromqlException.syntax(token.position(), "unexpected \"" + token.text() + "\"");
  }
}
