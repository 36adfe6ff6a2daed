package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;

public class MetricLimitTest {
  private static final Instant SWITCHED = Instant.parse("2026-11-23T10:00:00Z");

  private MetricValue green = MetricValue.value(0.3);
  private MetricValue blue = MetricValue.value(0.25);

  @Test
  public void withinBothLimits() {
    SignalVerdict verdict = judge(0.5, 1.5, SWITCHED);
    assertTrue(verdict instanceof SignalVerdict.Passed);
    assertEquals(
        "p95-latency 0.3 over 5m is within 1.5 times the 0.25 of the revision before",
        verdict.reason());
  }

  @Test
  public void aboveTheLimitHasFailedWhateverTheRevisionBeforeHad() {
    SignalVerdict verdict = judge(0.2, 100.0, SWITCHED);
    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals("p95-latency 0.3 over 5m is above the limit of 0.2", verdict.reason());
  }

  @Test
  public void tooMuchWorseThanTheRevisionBeforeHasFailed() {
    green = MetricValue.value(0.38);
    assertTrue(judge(null, 1.5, SWITCHED) instanceof SignalVerdict.Failed);
  }

  @Test
  public void withoutANumberNobodyKnows() {
    green = MetricValue.noData("the query found no series");
    SignalVerdict verdict = judge(0.5, null, SWITCHED);
    assertTrue(verdict instanceof SignalVerdict.Inconclusive);
    assertEquals("p95-latency over 5m is unknown: the query found no series", verdict.reason());
  }

  @Test
  public void withoutTheNumberBeforeNothingCanBeCompared() {
    blue = MetricValue.noData("the query found no series");
    assertTrue(judge(null, 1.5, SWITCHED) instanceof SignalVerdict.Inconclusive);
    blue = MetricValue.value(0.25);
    assertTrue(judge(null, 1.5, null) instanceof SignalVerdict.Inconclusive);
  }

  private SignalVerdict judge(Double limit, Double overBaseline, Instant switched) {
    MetricsSource metrics =
        new MetricsSource() {
          @Override
          public CompletableFuture<MetricValue> query(String promQl) {
            assertEquals("green", promQl);
            return CompletableFuture.completedFuture(green);
          }

          @Override
          public CompletableFuture<MetricValue> queryAt(String promQl, Instant moment) {
            assertEquals("blue", promQl);
            assertEquals(SWITCHED, moment);
            return CompletableFuture.completedFuture(blue);
          }
        };
    return new MetricLimit(
            "p95-latency",
            metrics,
            new MetricComparison("green", limit, overBaseline, "blue", switched),
            Duration.ofMinutes(5))
        .judge()
        .join();
  }
}
