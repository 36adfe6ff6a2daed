package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;

public class LatencyTest {
  private final Deque<ProbeAnswer> answers = new ArrayDeque<>();

  @Test
  public void isTheNearestRankOfThePercentile() {
    for (int millis = 1; millis <= 20; millis++) {
      answers.add(after(millis, 200));
    }
    SignalVerdict verdict = judge(new LatencyLimit(Duration.ofMillis(19), 95, 20));
    assertTrue(verdict instanceof SignalVerdict.Passed);
    assertEquals("19 ms", verdict.measurement().observed());
    assertEquals(
        "latency: GET /ready of backend-green has a 0.95 quantile of 19 ms over 20 requests, within"
            + " the limit of 19 ms",
        verdict.reason());
  }

  @Test
  public void aboveTheLimitHasFailed() {
    answers.add(after(5, 200));
    answers.add(after(301, 200));
    SignalVerdict verdict = judge(new LatencyLimit(Duration.ofMillis(300), 95, 2));
    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals("301 ms", verdict.measurement().observed());
  }

  @Test
  public void aRequestThatFailedHasNoTimeThatCounts() {
    answers.add(after(1, 200));
    answers.add(after(1, 503));
    assertUnknown("request 2 has no time that counts, it answered HTTP 503");
    answers.add(ProbeAnswer.none("timeout"));
    assertUnknown("request 1 has no time that counts, timeout");
  }

  private void assertUnknown(String text) {
    SignalVerdict verdict = judge(new LatencyLimit(Duration.ofMillis(300), 95, 3));
    assertTrue(verdict instanceof SignalVerdict.Inconclusive);
    assertTrue(verdict.reason(), verdict.reason().endsWith(text));
  }

  private SignalVerdict judge(LatencyLimit limit) {
    return new Latency(
            address -> CompletableFuture.completedFuture(answers.remove()),
            new ProxiedService("ns", "backend-green"),
            "/ready",
            limit)
        .judge()
        .join();
  }

  private static ProbeAnswer after(int millis, int status) {
    return new ProbeAnswer(status, Map.of(), "", Duration.ofMillis(millis), Optional.empty());
  }
}
