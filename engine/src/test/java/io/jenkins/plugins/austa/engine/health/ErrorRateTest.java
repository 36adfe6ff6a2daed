package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;

public class ErrorRateTest {

  private static final Duration WINDOW = Duration.ofSeconds(90);

  @Test
  public void aRateAboveTheLimitFailsAndSaysByHowMuch() {
    SignalVerdict verdict = ErrorRate.decide(MetricValue.value(0.102), WINDOW, 0.01);

    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals(
        "error-rate 10.2 % of requests over 1m30s is above the limit of 1 %", verdict.reason());
    assertEquals(
        new Measurement("error-rate", WINDOW, "at most 1 %", "10.2 %"), verdict.measurement());
  }

  @Test
  public void aRateAtTheLimitPasses() {
    assertTrue(
        ErrorRate.decide(MetricValue.value(0.01), WINDOW, 0.01) instanceof SignalVerdict.Passed);
    assertTrue(ErrorRate.decide(MetricValue.value(0), WINDOW, 0) instanceof SignalVerdict.Passed);
  }

  @Test
  public void aTinyRateDoesNotReadAsZero() {
    SignalVerdict verdict = ErrorRate.decide(MetricValue.value(0.000001), WINDOW, 0);

    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertTrue(verdict.reason(), verdict.reason().contains("< 0.01 %"));
  }

  @Test
  public void noDataIsInconclusiveWithItsReason() {
    SignalVerdict verdict =
        ErrorRate.decide(MetricValue.noData("the query matches no series"), WINDOW, 0.01);

    assertTrue(verdict instanceof SignalVerdict.Inconclusive);
    assertEquals("error-rate over 1m30s is unknown: the query matches no series", verdict.reason());
  }

  @Test
  public void aNegativeRateIsInconclusive() {
    assertTrue(
        ErrorRate.decide(MetricValue.value(-1), WINDOW, 0.01)
            instanceof SignalVerdict.Inconclusive);
  }

  @Test
  public void theDefaultQueryAsksForOneColourOfOneRelease() {
    String query =
        QueryTemplate.DEFAULT_ERROR_RATE.fill("ns", "rel", "green", Duration.ofMillis(1500));

    assertEquals(
        "(sum(rate(http_requests_total{namespace=\"ns\",release=\"rel\",colour=\"green\",status=~\"5..\"}[1500ms]))"
            + " or vector(0)) / sum(rate(http_requests_total{namespace=\"ns\",release=\"rel\",colour=\"green\"}[1500ms]))",
        query);
  }

  @Test
  public void anUnknownPlaceholderIsRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new QueryTemplate("up{c=\"{{color}}\"}"));

    assertTrue(refused.getMessage(), refused.getMessage().contains("{{color}}"));
  }
}
