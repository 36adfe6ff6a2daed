package io.jenkins.plugins.austa.engine.gate.github;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Against a server on loopback that answers as GitHub documents it. */
public class CodeScanningTest {
  private static final String COMMIT = "0123456789012345678901234567890123456789";
  private static final String TOKEN = "very-secret";
  private static final String SARIF = "{\"version\":\"2.1.0\",\"runs\":[]}";
  private static final Answer TAKEN = new Answer(202, "{\"id\":\"47177e22\"}", Map.of());
  private static final Answer PENDING = state("pending");
  private static final Answer COMPLETE = state("complete");

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private String body;
  private String authorization;

  private record Answer(int status, String body, Map<String, String> headers) {}

  @Before
  public void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @After
  public void stopServer() {
    server.stop(0);
  }

  @Test
  public void sendsItCompressedAndWaitsUntilItIsProcessed() throws Exception {
    CodeScanningResult result = upload(TAKEN, PENDING, PENDING, COMPLETE);

    assertTrue(result.reason(), result.processed());
    assertNull(result.reason());
    assertEquals(
        List.of(
            "POST /repos/acme/cockpit/code-scanning/sarifs",
            "GET /repos/acme/cockpit/code-scanning/sarifs/47177e22",
            "GET /repos/acme/cockpit/code-scanning/sarifs/47177e22",
            "GET /repos/acme/cockpit/code-scanning/sarifs/47177e22"),
        requests);
    JsonNode sent = new ObjectMapper().readTree(body);
    assertEquals(COMMIT, sent.path("commit_sha").asText());
    assertEquals("refs/heads/main", sent.path("ref").asText());
    byte[] gzip = Base64.getDecoder().decode(sent.path("sarif").asText());
    assertEquals(
        SARIF,
        new String(
            new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(),
            StandardCharsets.UTF_8));
    assertEquals("Bearer " + TOKEN, authorization);
  }

  @Test
  public void waitsAsLongAsItIsAsked() throws Exception {
    CodeScanningResult result =
        upload(
            new Answer(429, "{}", Map.of("Retry-After", "7")),
            new Answer(403, "{}", Map.of("Retry-After", "9")),
            TAKEN,
            COMPLETE);

    assertTrue(result.reason(), result.processed());
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(9)), pauses);
  }

  @Test
  public void waitsForTheRateLimitToBeginAnew() throws Exception {
    String reset = String.valueOf(Instant.now().getEpochSecond() + 60);
    upload(
        new Answer(403, "{}", Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", reset)),
        TAKEN,
        COMPLETE);

    assertTrue(pauses.toString(), pauses.get(0).toSeconds() >= 55);
  }

  @Test
  public void triesAgainWhenTheServerFailsAndLongerEachTime() throws Exception {
    Answer fails = new Answer(502, "oops", Map.of());
    CodeScanningResult result = upload(fails, fails, TAKEN, fails, COMPLETE);

    assertTrue(result.reason(), result.processed());
    assertEquals(Duration.ofSeconds(2), pauses.get(0));
    assertEquals(Duration.ofSeconds(4), pauses.get(1));
  }

  @Test
  public void givesUpAfterSomeTries() throws Exception {
    Answer fails = new Answer(500, "<html>", Map.of());
    CodeScanningResult result = upload(fails, fails, fails, fails, fails, TAKEN);

    assertFalse(result.processed());
    assertEquals("GitHub answered with status 500 (no reason given)", result.reason());
    assertEquals(5, requests.size());
  }

  @Test
  public void doesNotWaitLongerThanThereIsTime() throws Exception {
    CodeScanningResult result = upload(new Answer(429, "{}", Map.of("Retry-After", "86400")));

    assertTrue(result.reason(), result.reason().contains("a longer pause than there was time"));
    assertEquals(List.of(), pauses);
  }

  @Test
  public void saysWhatToDoAboutARefusal() throws Exception {
    assertReason("renew the credential", new Answer(401, "{}", Map.of()));
    assertReason(
        "Advanced Security must be enabled",
        new Answer(403, "{\"message\":\"Advanced Security must be enabled\"}", Map.of()));
    assertReason("correct security.codeScanning.repository", new Answer(404, "{}", Map.of()));
    assertReason("too large", new Answer(413, "{}", Map.of()));
    assertReason("status 202", new Answer(202, "{\"id\":\"../../x\"}", Map.of()));
  }

  @Test
  public void tellsWhatGitHubCouldNotProcess() throws Exception {
    assertReason(
        "could not process it: no locations; bad rule",
        TAKEN,
        new Answer(
            200,
            "{\"processing_status\":\"failed\",\"errors\":[\"no locations\",\"bad rule\"]}",
            Map.of()));
  }

  @Test
  public void aServerThatIsNotThereIsAReasonAndNoException() throws Exception {
    server.stop(0);

    assertReason("GitHub could not be reached");
  }

  @Test
  public void neverSaysTheToken() throws Exception {
    CodeScanningTarget target = target();
    CodeScanningResult result =
        scanning().upload(target, "bad\ntoken", new byte[0]).get(10, TimeUnit.SECONDS);

    assertFalse(result.toString(), result.toString().contains("bad"));
    assertFalse(result.processed());
  }

  @Test
  public void refusesAnUnsafeAddressAndWhatIsNoCommit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CodeScanningTarget(URI.create("http://x/"), "a/b", COMMIT, "refs/heads/m"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CodeScanningTarget(CodeScanningTarget.PUBLIC_API, "a/b", "", "refs/heads/m"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CodeScanningTarget(
                CodeScanningTarget.PUBLIC_API, "a/../b", COMMIT, "refs/heads/m"));
  }

  private void assertReason(String text, Answer... all) throws Exception {
    CodeScanningResult result = upload(all);
    assertFalse(result.processed());
    assertTrue(result.reason(), result.reason().contains(text));
  }

  private CodeScanningResult upload(Answer... all) throws Exception {
    answers.clear();
    answers.addAll(List.of(all));
    return scanning()
        .upload(target(), TOKEN, SARIF.getBytes(StandardCharsets.UTF_8))
        .get(20, TimeUnit.SECONDS);
  }

  private CodeScanning scanning() {
    return new CodeScanning(
        HttpClient.newHttpClient(),
        Duration.ofMinutes(5),
        wait -> {
          pauses.add(wait);
          return CompletableFuture.completedFuture(null);
        });
  }

  private CodeScanningTarget target() {
    URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new CodeScanningTarget(api, "acme/cockpit", COMMIT, "refs/heads/main");
  }

  private static Answer state(String status) {
    return new Answer(200, "{\"processing_status\":\"" + status + "\"}", Map.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      body = new String(sent, StandardCharsets.UTF_8);
      authorization = exchange.getRequestHeaders().getFirst("Authorization");
    }
    Answer answer = answers.remove();
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
