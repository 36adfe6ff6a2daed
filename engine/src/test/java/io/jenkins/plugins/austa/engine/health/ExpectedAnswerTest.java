package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.Test;

public class ExpectedAnswerTest {
  private static final String BODY = "{\"status\": \"up\", \"db\": {\"lag\": 3}, \"a/b\": true}";

  @Test
  public void everythingThatIsAskedForIsThere() {
    assertEquals(
        Optional.empty(),
        expected(
                Map.of("content-type", Pattern.compile("application/json.*")),
                Pattern.compile("\"up\""),
                Map.of("/status", "up", "/db/lag", "3", "/a~1b", "true"))
            .unmet(answer()));
  }

  @Test
  public void aHeaderHasToBeThereAndToMatchAsAWhole() {
    assertUnmet("without header X-Frame-Options", "x-frame-options", "DENY", "X-Frame-Options");
    assertUnmet(
        "with Content-Type: application/json; charset=utf-8, expected /application/",
        "content-type",
        "application",
        "Content-Type");
  }

  @Test
  public void aPatternHasToBeFoundInTheBody() {
    assertEquals(
        Optional.of("with a body in which /down/ is not found"),
        expected(Map.of(), Pattern.compile("down"), Map.of()).unmet(answer()));
  }

  @Test
  public void aJsonPointerHasToLeadToTheValue() {
    assertEquals(
        Optional.of("with 3 at /db/lag, expected 0"),
        expected(Map.of(), null, Map.of("/db/lag", "0")).unmet(answer()));
    assertEquals(
        Optional.of("with nothing at /db/name, expected main"),
        expected(Map.of(), null, Map.of("/db/name", "main")).unmet(answer()));
  }

  @Test
  public void aBodyThatIsNoJsonMeetsNoPointer() {
    ProbeAnswer html = new ProbeAnswer(200, Map.of(), "<html>", Duration.ZERO, Optional.empty());
    assertEquals(
        Optional.of("with a body that is no JSON"),
        expected(Map.of(), null, Map.of("/status", "up")).unmet(html));
  }

  @Test
  public void anAnswerOfTheRightStatusThatLacksSomethingHasFailed() {
    SignalVerdict verdict =
        new HttpExpectation(
                address -> CompletableFuture.completedFuture(answer()),
                new ProxiedService("ns", "backend-green"),
                expected(Map.of(), null, Map.of("/status", "ready")))
            .judge()
            .join();
    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals(
        "http: GET /ready of backend-green answered HTTP 200 with up at /status, expected ready",
        verdict.reason());
  }

  private static void assertUnmet(String text, String lower, String pattern, String name) {
    assertEquals(lower, name.toLowerCase(java.util.Locale.ROOT));
    assertEquals(
        Optional.of(text),
        expected(Map.of(name, Pattern.compile(pattern)), null, Map.of()).unmet(answer()));
  }

  private static ExpectedAnswer expected(
      Map<String, Pattern> headers, Pattern body, Map<String, String> json) {
    return new ExpectedAnswer("/ready", 200, headers, body, json);
  }

  private static ProbeAnswer answer() {
    return new ProbeAnswer(
        200,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        BODY,
        Duration.ofMillis(5),
        Optional.empty());
  }
}
