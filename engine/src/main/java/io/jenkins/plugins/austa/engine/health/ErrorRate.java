package io.jenkins.plugins.austa.engine.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Share of requests answered with an error, asked of a {@link MetricsSource}. */
public final class ErrorRate implements Signal {

  public static final String NAME = "error-rate";

  private final MetricsSource metrics;
  private final String promQl;
  private final Duration window;
  private final double limit;

  /**
   * @param promQl complete query, see {@link QueryTemplate}; yields a fraction between 0 and 1
   * @param window the range that the query covers
   * @param limit highest acceptable fraction; 0.01 is one percent
   */
  public ErrorRate(MetricsSource metrics, String promQl, Duration window, double limit) {
    this.metrics = metrics;
    this.promQl = promQl;
    this.window = window;
    this.limit = limit;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return metrics.query(promQl).thenApply(value -> decide(value, window, limit));
  }

  static SignalVerdict decide(MetricValue value, Duration window, double limit) {
    if (value instanceof MetricValue.NoData none) {
      return inconclusive(window, limit, "no data", none.reason());
    }
    double rate = ((MetricValue.Value) value).value();
    if (rate < 0) {
      return inconclusive(window, limit, percent(rate), "an error rate cannot be negative");
    }
    String text = NAME + " " + percent(rate) + " of requests over " + DurationText.of(window);
    return rate > limit
        ? new SignalVerdict.Failed(
            measured(window, limit, percent(rate)),
            text + " is above the limit of " + percent(limit))
        : new SignalVerdict.Passed(
            measured(window, limit, percent(rate)),
            text + " is within the limit of " + percent(limit));
  }

  private static SignalVerdict inconclusive(
      Duration window, double limit, String observed, String why) {
    return new SignalVerdict.Inconclusive(
        measured(window, limit, observed),
        NAME + " over " + DurationText.of(window) + " is unknown: " + why);
  }

  private static Measurement measured(Duration window, double limit, String observed) {
    return new Measurement(NAME, window, "at most " + percent(limit), observed);
  }

  private static String percent(double fraction) {
    BigDecimal percent =
        BigDecimal.valueOf(fraction).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    // Rounding must not make an exceeded limit look like a met one.
    if (percent.signum() == 0 && fraction > 0) {
      return "< 0.01 %";
    }
    return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
  }
}
