package io.jenkins.plugins.austa.sandbox.metrics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Element;
import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Scalar;
import io.jenkins.plugins.austa.sandbox.metrics.QueryValue.Vector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class EvaluatorTest {
  private static final long NOW = 1_000_000;
  private static final String ERROR_RATE =
      "(sum(rate(http_requests_total{release=\"r\",colour=\"C\",status=~\"5..\"}[10s])) or vector(0))"
          + " / sum(rate(http_requests_total{release=\"r\",colour=\"C\"}[10s]))";

  private final SampleStore store = new SampleStore(Duration.ofMinutes(10));

  /** Blue: 10 requests a second, all well. Green: 9 well and 1 failing, on each of two pods. */
  @Before
  public void sample() {
    for (long t = NOW - 20_000; t <= NOW; t += 250) {
      double seconds = (t - NOW + 20_000) / 1000.0;
      store.add(series("blue", "b1", "200"), t, 10 * seconds);
      for (String pod : List.of("g1", "g2")) {
        store.add(series("green", pod, "200"), t, 9 * seconds);
        store.add(series("green", pod, "500"), t, seconds);
      }
    }
  }

  @Test
  public void rateIsPerSecondAndIncreaseIsOverTheRange() {
    assertEquals(10, single("rate(http_requests_total{colour=\"blue\"}[10s])"), 1e-6);
    assertEquals(100, single("increase(http_requests_total{colour=\"blue\"}[10s])"), 1e-6);
  }

  @Test
  public void errorRateOfEachColour() {
    assertEquals(0.1, single(ERROR_RATE.replace("C", "green")), 1e-9);
    assertEquals(0, single(ERROR_RATE.replace("C", "blue")), 0);
  }

  @Test
  public void errorRateOfAColourWithoutTrafficIsAnEmptyVector() {
    assertTrue(vector(ERROR_RATE.replace("C", "red")).isEmpty());
  }

  @Test
  public void nothingDividedByNothingIsNaN() {
    assertTrue(Double.isNaN(single("vector(0) / vector(0)")));
    assertEquals("NaN", QueryValue.format(Double.NaN));
    assertEquals("+Inf", QueryValue.format(Double.POSITIVE_INFINITY));
  }

  @Test
  public void countersThatStandStillHaveARateOfZero() {
    for (long t = NOW - 9_000; t <= NOW; t += 250) {
      store.add(series("idle", "i1", "200"), t, 5);
    }
    assertTrue(Double.isNaN(single(ERROR_RATE.replace("C", "idle"))));
  }

  @Test
  public void sumByKeepsTheLabelsNamed() {
    Map<String, Double> byColour = new HashMap<>();
    for (Element element : vector("sum by (colour) (rate(http_requests_total[10s]))")) {
      byColour.put(element.labels().get("colour"), element.value());
      assertEquals(1, element.labels().size());
    }
    assertEquals(10, byColour.get("blue"), 1e-6);
    assertEquals(20, byColour.get("green"), 1e-6);
    assertEquals(2, vector("sum(rate(http_requests_total[10s])) by (colour)").size());
  }

  @Test
  public void matchersSelect() {
    assertEquals(5, vector("http_requests_total").size());
    assertEquals(4, vector("http_requests_total{colour!=\"blue\"}").size());
    assertEquals(3, vector("http_requests_total{status!~\"5..\"}").size());
    assertEquals(2, vector("http_requests_total{status=~'5.+', colour=\"green\",}").size());
    assertEquals(5, vector("{__name__=\"http_requests_total\",absent=\"\"}").size());
    assertEquals(0, vector("http_requests_total{status=~\"5\"}").size());
    assertEquals(0, vector("no_such_metric").size());
  }

  @Test
  public void arithmeticFollowsPrecedence() {
    assertEquals(7, ((Scalar) evaluate("1 + 2 * 3")).value(), 0);
    assertEquals(-9, ((Scalar) evaluate("-(1 + 2) * 3")).value(), 0);
    assertEquals(2, ((Scalar) evaluate("10 / 5 # ten")).value(), 0);
    assertEquals(20, single("2 * sum(rate(http_requests_total{colour=\"blue\"}[10s]))"), 1e-6);
  }

  @Test
  public void orAddsWhatIsMissing() {
    assertEquals(5, vector("http_requests_total or http_requests_total").size());
    assertEquals(3, vector("http_requests_total{status=\"500\"} or vector(1)").size());
  }

  @Test
  public void resetsOfACounterDoNotCountAsDecrease() {
    for (long t = NOW - 10_000; t <= NOW; t += 250) {
      double value = t < NOW - 5_000 ? (t - NOW + 10_000) / 250 : (t - NOW + 5_000) / 250;
      store.add(series("reset", "r1", "200"), t, value);
    }
    double rate = single("rate(http_requests_total{colour=\"reset\"}[10s])");
    assertEquals(4, rate, 0.3);
  }

  @Test
  public void oneSampleIsNoRate() {
    store.add(series("young", "y1", "200"), NOW, 5);
    assertTrue(vector("rate(http_requests_total{colour=\"young\"}[10s])").isEmpty());
  }

  @Test
  public void staleSeriesVanish() {
    Evaluator later = new Evaluator(store, NOW + 6_000, Duration.ofSeconds(5));
    Vector gone = (Vector) later.evaluate(PromqlParser.parse("http_requests_total"));
    assertTrue(gone.elements().isEmpty());
    Evaluator soon = new Evaluator(store, NOW + 4_000, Duration.ofSeconds(5));
    assertEquals(
        5, ((Vector) soon.evaluate(PromqlParser.parse("http_requests_total"))).elements().size());
  }

  @Test
  public void ambiguousMatchingIsRefused() {
    store.add(
        Map.of("__name__", "other", "release", "r", "colour", "blue", "pod", "b1", "status", "200"),
        NOW,
        1);
    PromqlException e =
        assertThrows(
            PromqlException.class, () -> evaluate("http_requests_total / {colour=\"blue\"}"));
    assertTrue(e.getMessage().contains("many-to-many"));
  }

  @Test
  public void whatIsNotSupportedIsNamed() {
    assertRefused("histogram_quantile(0.9, x)", "histogram_quantile");
    assertRefused("http_requests_total[5m]", "range selector");
    assertRefused("a and b", "\"and\"");
    assertRefused("a > 1", "'>'");
    assertRefused("rate(http_requests_total)", "expected \"[\"");
    assertRefused("sum(", "end of input");
    assertRefused("a{b=~\"(\"}", "regular expression");
    assertRefused("a{b=c}", "unexpected \"c\"");
    assertRefused("", "end of input");
    assertRefused("1 2", "unexpected \"2\"");
  }

  private static void assertRefused(String query, String why) {
    PromqlException e = assertThrows(PromqlException.class, () -> PromqlParser.parse(query));
    assertTrue(e.getMessage(), e.getMessage().contains(why));
  }

  private QueryValue evaluate(String query) {
    return new Evaluator(store, NOW, Duration.ofMinutes(5)).evaluate(PromqlParser.parse(query));
  }

  private List<Element> vector(String query) {
    return ((Vector) evaluate(query)).elements();
  }

  private double single(String query) {
    List<Element> elements = vector(query);
    assertEquals(query + ": " + elements, 1, elements.size());
    return elements.get(0).value();
  }

  private static Map<String, String> series(String colour, String pod, String status) {
    return Map.of(
        "__name__",
        "http_requests_total",
        "release",
        "r",
        "colour",
        colour,
        "pod",
        pod,
        "status",
        status);
  }
}
