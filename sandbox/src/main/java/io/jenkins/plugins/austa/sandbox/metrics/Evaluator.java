package io.jenkins.plugins.austa.sandbox.metrics;

import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Element;
import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Scalar;
import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Vector;
import io.jenkins.plugins.austa.sandbox.metrics.SampleStore.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** Evaluates a query at one moment, by Prometheus' rules. */
final class Evaluator {
  private static final String NAME = "__name__";

  private final SampleStore store;
  private final long millis;
  private final Duration lookback;

  /**
   * @param lookback how old the newest sample of a series may be before the series is stale
   */
  Evaluator(SampleStore store, long millis, Duration lookback) {
    this.store = store;
    this.millis = millis;
    this.lookback = lookback;
  }

  QueryValue evaluate(Expression expression) {
    if (expression instanceof Expression.Number number) {
      return new Scalar(number.value());
    }
    if (expression instanceof Expression.Negative negative) {
      return map(evaluate(negative.argument()), value -> -value);
    }
    if (expression instanceof Expression.VectorOf vector) {
      return new Vector(List.of(new Element(Map.of(), scalar(vector.scalar()))));
    }
    if (expression instanceof Expression.Selector selector) {
      return instant(selector);
    }
    if (expression instanceof Expression.Increase increase) {
      return increase(increase);
    }
    if (expression instanceof Expression.Sum sum) {
      return sum(sum);
    }
    return binary((Expression.Binary) expression);
  }

  private Vector instant(Expression.Selector selector) {
    return new Vector(
        ranges(selector, lookback).stream()
            .map(range -> new Element(range.labels(), last(range.samples()).value()))
            .toList());
  }

  private Vector increase(Expression.Increase query) {
    double seconds = query.range().toMillis() / 1000.0;
    long from = millis - query.range().toMillis();
    List<Element> elements = new ArrayList<>();
    for (SampleStore.Range range : ranges(query.selector(), query.range())) {
      CounterRange.increase(range.samples(), from, millis)
          .ifPresent(
              increase ->
                  elements.add(
                      new Element(
                          unnamed(range.labels()),
                          query.perSecond() ? increase / seconds : increase)));
    }
    return new Vector(elements);
  }

  private Vector sum(Expression.Sum sum) {
    Map<Map<String, String>, Double> sums = new LinkedHashMap<>();
    for (Element element : vector(evaluate(sum.argument()), "sum").elements()) {
      Map<String, String> group = new HashMap<>(element.labels());
      group.keySet().retainAll(sum.by());
      sums.merge(group, element.value(), Double::sum);
    }
    return new Vector(
        sums.entrySet().stream().map(e -> new Element(e.getKey(), e.getValue())).toList());
  }

  private QueryValue binary(Expression.Binary binary) {
    QueryValue left = evaluate(binary.left());
    QueryValue right = evaluate(binary.right());
    String operator = binary.operator();
    if (operator.equals("or")) {
      return either(vector(left, "or"), vector(right, "or"));
    }
    if (left instanceof Scalar number) {
      return map(right, value -> calculate(operator, number.value(), value));
    }
    if (right instanceof Scalar number) {
      return map(left, value -> calculate(operator, value, number.value()));
    }
    return pairwise(operator, (Vector) left, (Vector) right);
  }

  private static Vector either(Vector left, Vector right) {
    List<Element> elements = new ArrayList<>(left.elements());
    var present =
        left.elements().stream().map(e -> unnamed(e.labels())).collect(Collectors.toSet());
    right.elements().stream()
        .filter(element -> !present.contains(unnamed(element.labels())))
        .forEach(elements::add);
    return new Vector(elements);
  }

  private static Vector pairwise(String operator, Vector left, Vector right) {
    Map<Map<String, String>, Double> others = byLabels(right);
    List<Element> elements = new ArrayList<>();
    byLabels(left)
        .forEach(
            (labels, value) -> {
              if (others.containsKey(labels)) {
                elements.add(new Element(labels, calculate(operator, value, others.get(labels))));
              }
            });
    return new Vector(elements);
  }

  private static Map<Map<String, String>, Double> byLabels(Vector vector) {
    Map<Map<String, String>, Double> values = new LinkedHashMap<>();
    for (Element element : vector.elements()) {
      Map<String, String> labels = unnamed(element.labels());
      if (values.put(labels, element.value()) != null) {
        throw PromqlException.execution(
            "found duplicate series for the match group "
                + labels
                + "; many-to-many matching is not allowed");
      }
    }
    return values;
  }

  private static QueryValue map(QueryValue value, DoubleUnaryOperator change) {
    if (value instanceof Scalar number) {
      return new Scalar(change.applyAsDouble(number.value()));
    }
    return new Vector(
        ((Vector) value)
            .elements().stream()
                .map(e -> new Element(unnamed(e.labels()), change.applyAsDouble(e.value())))
                .toList());
  }

  private static double calculate(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      default -> left / right;
    };
  }

  private List<SampleStore.Range> ranges(Expression.Selector selector, Duration range) {
    return store.range(
        labels -> selector.matchers().stream().allMatch(matcher -> matcher.test(labels)),
        millis - range.toMillis(),
        millis);
  }

  private double scalar(Expression expression) {
    if (evaluate(expression) instanceof Scalar number) {
      return number.value();
    }
    throw PromqlException.execution("vector() takes a scalar, not an instant vector");
  }

  private static Vector vector(QueryValue value, String taker) {
    if (value instanceof Vector vector) {
      return vector;
    }
    throw PromqlException.execution("\"" + taker + "\" takes instant vectors, not a scalar");
  }

  private static Map<String, String> unnamed(Map<String, String> labels) {
    Map<String, String> rest = new HashMap<>(labels);
    rest.remove(NAME);
    return rest;
  }

  private static Sample last(List<Sample> samples) {
    return samples.get(samples.size() - 1);
  }
}
