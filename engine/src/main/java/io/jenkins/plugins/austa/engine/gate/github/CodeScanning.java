package io.jenkins.plugins.austa.engine.gate.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifFiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Uploads SARIF and waits until GitHub has taken it in. No thread waits; the future always
 * completes, and never exceptionally. Nothing that it says holds the token.
 */
public final class CodeScanning {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 5;
  private static final int ACCEPTED = 202;
  private static final int OK = 200;

  private final HttpClient http;
  private final Function<Duration, CompletableFuture<Void>> pause;
  private final Duration patience;

  /**
   * @param http follows no redirects, or the token could be sent elsewhere
   * @param patience how long all of it may take
   */
  public CodeScanning(HttpClient http, Duration patience) {
    this(http, patience, CodeScanning::later);
  }

  /**
   * @param pause completes after as long as it is given
   */
  CodeScanning(
      HttpClient http, Duration patience, Function<Duration, CompletableFuture<Void>> pause) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("a client that follows redirects could give a token away");
    }
    this.http = http;
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * Uploads one file.
   *
   * @param sarif within GitHub's limits, as {@link SarifFiles} writes it
   */
  public CompletableFuture<CodeScanningResult> upload(
      CodeScanningTarget target, String token, byte[] sarif) {
    HttpRequest request;
    try {
      request = post(target, token, sarif);
    } catch (IllegalArgumentException | IOException e) {
      // Its message may quote a header, and with it the token.
      return CompletableFuture.completedFuture(
          CodeScanningResult.failed("the credential is malformed; it must be a token alone"));
    }
    Instant end = Instant.now().plus(patience);
    return send(request, 1, end)
        .thenCompose(answer -> accepted(answer, target, token, end))
        .exceptionally(e -> CodeScanningResult.failed(reason(e)));
  }

  private static HttpRequest post(CodeScanningTarget target, String token, byte[] sarif)
      throws IOException {
    String body =
        JSON.createObjectNode()
            .put("commit_sha", target.commit())
            .put("ref", target.ref())
            .put("sarif", Base64.getEncoder().encodeToString(SarifFiles.gzip(sarif)))
            .toString();
    return authorised(HttpRequest.newBuilder(target.uploads()), token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest.Builder authorised(HttpRequest.Builder request, String token) {
    return request
        .timeout(TIMEOUT)
        .header("Accept", "application/vnd.github+json")
        .header("X-GitHub-Api-Version", "2022-11-28")
        .header("Authorization", "Bearer " + token);
  }

  /** Tries again as often as it is worth it and there is time. */
  private CompletableFuture<HttpResponse<String>> send(
      HttpRequest request, int attempt, Instant end) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer -> {
              Instant now = Instant.now();
              Optional<Duration> wait = RetryDelay.after(answer, attempt, now);
              boolean again =
                  wait.isPresent() && attempt < MOST_ATTEMPTS && now.plus(wait.get()).isBefore(end);
              return again
                  ? pause.apply(wait.get()).thenCompose(v -> send(request, attempt + 1, end))
                  : CompletableFuture.completedFuture(answer);
            });
  }

  private CompletableFuture<CodeScanningResult> accepted(
      HttpResponse<String> answer, CodeScanningTarget target, String token, Instant end) {
    String id = answer.statusCode() == ACCEPTED ? read(answer).path("id").asText("") : "";
    if (!id.matches("[A-Za-z0-9-]{1,100}")) {
      return CompletableFuture.completedFuture(
          CodeScanningResult.failed(Refusal.of(answer.statusCode(), read(answer), target)));
    }
    HttpRequest poll = authorised(HttpRequest.newBuilder(target.upload(id)), token).GET().build();
    return processed(poll, end);
  }

  private CompletableFuture<CodeScanningResult> processed(HttpRequest poll, Instant end) {
    return send(poll, 1, end)
        .thenCompose(
            answer -> {
              JsonNode state = read(answer);
              String status = state.path("processing_status").asText("");
              if (status.equals("complete")) {
                return CompletableFuture.completedFuture(CodeScanningResult.done());
              }
              if (status.equals("failed")) {
                return CompletableFuture.completedFuture(
                    CodeScanningResult.failed(
                        "GitHub could not process it: " + Refusal.errors(state)));
              }
              // A moment after the upload GitHub may not know it yet.
              boolean pending = answer.statusCode() == 404 || answer.statusCode() == OK;
              if (!pending || Instant.now().plus(POLL).isAfter(end)) {
                return CompletableFuture.completedFuture(
                    CodeScanningResult.failed(
                        "GitHub took it, but had not processed it within "
                            + patience.toSeconds()
                            + " s; look at the repository's Security tab"));
              }
              return pause.apply(POLL).thenCompose(v -> processed(poll, end));
            });
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      JsonNode json = JSON.readTree(answer.body());
      return json == null ? MissingNode.getInstance() : json;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Only the kind of failure: messages of exceptions may quote what must not be shown. */
  private static String reason(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return "GitHub could not be reached (" + cause.getClass().getSimpleName() + ")";
  }

  private static CompletableFuture<Void> later(Duration wait) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));
  }
}
