package io.jenkins.plugins.austa.engine.health;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One number of a {@link MetricsSource} against a limit, against what it was for the revision
 * before, or both.
 *
 * <p>The revision before has no traffic once users are on the candidate, so its number is asked for
 * as of the moment of the switch. Without that number nothing can be compared, and the verdict is
 * inconclusive.
 */
public final class MetricLimit implements Signal {

  private final String name;
  private final MetricsSource metrics;
  private final MetricComparison comparison;
  private final Duration window;

  /**
   * @param name of the signal, lower case with dashes
   * @param window the range that the queries cover
   */
  public MetricLimit(
      String name, MetricsSource metrics, MetricComparison comparison, Duration window) {
    this.name = name;
    this.metrics = metrics;
    this.comparison = comparison;
    this.window = window;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    CompletableFuture<MetricValue> candidate = metrics.query(comparison.promQl());
    if (comparison.overBaseline() == null) {
      return candidate.thenApply(value -> decide(value, null));
    }
    CompletableFuture<MetricValue> before =
        comparison.baselineAt() == null
            ? CompletableFuture.completedFuture(
                MetricValue.noData("it is not recorded when traffic was switched"))
            : metrics.queryAt(comparison.baselinePromQl(), comparison.baselineAt());
    return candidate.thenCombine(before, this::decide);
  }

  SignalVerdict decide(MetricValue value, MetricValue before) {
    if (value instanceof MetricValue.NoData none) {
      return unknown("no data", none.reason());
    }
    double observed = ((MetricValue.Value) value).value();
    if (comparison.limit() != null && observed > comparison.limit()) {
      return failed(observed, "the limit of " + number(comparison.limit()));
    }
    if (comparison.overBaseline() == null) {
      return passed(observed, "the limit of " + number(comparison.limit()));
    }
    if (before instanceof MetricValue.NoData none) {
      return unknown(
          number(observed),
          "there is nothing to compare it with: the revision before, " + none.reason());
    }
    double baseline = ((MetricValue.Value) before).value();
    String limit =
        "%s times the %s of the revision before"
            .formatted(number(comparison.overBaseline()), number(baseline));
    return observed > comparison.overBaseline() * baseline
        ? failed(observed, limit)
        : passed(observed, limit);
  }

  private SignalVerdict failed(double observed, String limit) {
    return new SignalVerdict.Failed(
        measured(limit, number(observed)), text(observed) + " is above " + limit);
  }

  private SignalVerdict passed(double observed, String limit) {
    return new SignalVerdict.Passed(
        measured(limit, number(observed)), text(observed) + " is within " + limit);
  }

  private SignalVerdict unknown(String observed, String why) {
    return new SignalVerdict.Inconclusive(
        measured("a number", observed),
        name + " over " + DurationText.of(window) + " is unknown: " + why);
  }

  private String text(double observed) {
    return name + " " + number(observed) + " over " + DurationText.of(window);
  }

  private Measurement measured(String limit, String observed) {
    return new Measurement(name, window, "at most " + limit, observed);
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value, new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
