package io.jenkins.plugins.austa.sandbox.metrics;

import java.time.Duration;
import java.util.List;

/** A parsed query of the supported subset of PromQL. */
sealed interface Expression {

  /** A number literal. */
  record Number(double value) implements Expression {}

  /** {@code vector(scalar)}. */
  record VectorOf(Expression scalar) implements Expression {}

  /** An instant vector selector. */
  record Selector(List<LabelMatcher> matchers) implements Expression {}

  /** {@code rate(selector[range])} or {@code increase(selector[range])}. */
  record Increase(Selector selector, Duration range, boolean perSecond) implements Expression {}

  /** {@code sum by (labels) (argument)}; no labels means one sum of all. */
  record Sum(List<String> by, Expression argument) implements Expression {}

  /** Two operands and one of {@code or + - * /}. */
  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /** The argument with its sign changed. */
  record Negative(Expression argument) implements Expression {}
}
