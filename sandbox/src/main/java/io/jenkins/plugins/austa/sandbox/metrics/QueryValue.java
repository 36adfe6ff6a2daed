package io.jenkins.plugins.austa.sandbox.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a query comes to. */
sealed interface QueryValue {

  /** A number without labels. */
  record Scalar(double value) implements QueryValue {}

  /** Any number of values, each with labels of its own. */
  record Vector(List<Element> elements) implements QueryValue {}

  /** One value of a vector. */
  record Element(Map<String, String> labels, double value) {}

  /** A number as Prometheus writes it. */
  static String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : BigDecimal.valueOf(value).toPlainString();
  }
}
