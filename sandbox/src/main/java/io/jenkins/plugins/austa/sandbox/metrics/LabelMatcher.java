package io.jenkins.plugins.austa.sandbox.metrics;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One condition on a label; an absent label is the empty string. */
final class LabelMatcher implements Predicate<Map<String, String>> {
  private final String label;
  private final boolean negated;
  private final Predicate<String> condition;

  private LabelMatcher(String label, boolean negated, Predicate<String> condition) {
    this.label = label;
    this.negated = negated;
    this.condition = condition;
  }

  /**
   * @param operator one of {@code = != =~ !~}; regular expressions match the whole value
   */
  static LabelMatcher of(String label, String operator, String value, int position) {
    boolean negated = operator.startsWith("!");
    if (!operator.endsWith("~")) {
      return new LabelMatcher(label, negated, value::equals);
    }
    try {
      Pattern pattern = Pattern.compile(value);
      return new LabelMatcher(label, negated, text -> pattern.matcher(text).matches());
    } catch (PatternSyntaxException e) {
      throw PromqlException.syntax(position, "invalid regular expression \"" + value + "\"");
    }
  }

  @Override
  public boolean test(Map<String, String> labels) {
    return condition.test(labels.getOrDefault(label, "")) != negated;
  }
}
