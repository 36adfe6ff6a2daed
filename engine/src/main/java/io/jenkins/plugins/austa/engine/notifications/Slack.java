package io.jenkins.plugins.austa.engine.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts messages to Slack without waiting: the future always completes, and never exceptionally. A
 * refusal for too many messages is tried once more, after as long as Slack asks but never longer
 * than {@link #LONGEST_WAIT}.
 */
public final class Slack {
  /** Slack itself. */
  public static final URI PUBLIC_API = URI.create("https://slack.com/api/");

  /** The longest that a message waits before its second try. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Logger LOGGER = LoggerFactory.getLogger(Slack.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY = 429;

  private final HttpClient http;
  private final URI api;
  private final Duration timeout;

  /**
   * @param http follows no redirects, or a token could be sent elsewhere
   * @param api {@link #PUBLIC_API}, or a receiver on loopback for tests; ends in a slash
   * @param timeout of one try, from connecting to the end of the answer
   * @throws IllegalArgumentException when the client follows redirects, or the address is neither
   *     HTTPS nor loopback
   */
  public Slack(HttpClient http, URI api, Duration timeout) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("a client that follows redirects could give a token away");
    }
    requireSafe(api);
    this.http = http;
    this.api = api;
    this.timeout = timeout;
  }

  /**
   * Posts a message.
   *
   * @param thread from an earlier {@link SlackResult}, or null to begin a thread; a webhook ignores
   *     it
   */
  public CompletableFuture<SlackResult> post(
      SlackTarget target, SlackMessage message, String thread) {
    HttpRequest request;
    try {
      request = request(target, message.json(), thread);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      // Its message may quote the address or a header, and with it the secret.
      return CompletableFuture.completedFuture(
          SlackResult.notDelivered("the credential or address for " + target + " is malformed"));
    }
    return send(request)
        .thenCompose(answer -> again(request, answer))
        .thenApply(answer -> read(target, answer))
        .exceptionally(e -> SlackResult.notDelivered(reason(e)))
        .thenApply(result -> log(target, result));
  }

  private HttpRequest request(SlackTarget target, ObjectNode body, String thread)
      throws JsonProcessingException {
    HttpRequest.Builder builder = HttpRequest.newBuilder();
    if (target instanceof SlackTarget.Bot bot) {
      body.put("channel", bot.channel());
      if (thread != null) {
        body.put("thread_ts", thread);
      }
      builder.uri(api.resolve("chat.postMessage")).header("Authorization", "Bearer " + bot.token());
    } else if (target instanceof SlackTarget.Webhook webhook) {
      requireSafe(webhook.url());
      builder.uri(webhook.url());
    }
    return builder
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                JSON.writeValueAsString(body), StandardCharsets.UTF_8))
        .build();
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> exchange =
        http.sendAsync(request, info -> new BoundedText());
    // The request's own timeout ends with the headers; a body that never ends must not hang us.
    return exchange
        .copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((answer, e) -> exchange.cancel(true));
  }

  private CompletableFuture<HttpResponse<String>> again(
      HttpRequest request, HttpResponse<String> answer) {
    if (answer.statusCode() != TOO_MANY) {
      return CompletableFuture.completedFuture(answer);
    }
    long seconds =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("[0-9]{1,6}"))
            .map(Long::parseLong)
            .orElse(1L);
    if (seconds > LONGEST_WAIT.toSeconds()) {
      return CompletableFuture.completedFuture(answer);
    }
    Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    return CompletableFuture.supplyAsync(() -> request, later).thenCompose(this::send);
  }

  private static SlackResult read(SlackTarget target, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return SlackResult.notDelivered("Slack answered with status " + answer.statusCode());
    }
    if (target instanceof SlackTarget.Webhook) {
      return SlackResult.delivered(null);
    }
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (json.path("ok").asBoolean(false)) {
        return SlackResult.delivered(json.path("ts").asText(null));
      }
      String error = json.path("error").asText("no reason given");
      // Slack's errors are words such as channel_not_found; anything else is not worth showing.
      return SlackResult.notDelivered(
          "Slack refused it: " + (error.matches("[a-z0-9_ ]{1,60}") ? error : "no reason given"));
    } catch (JsonProcessingException e) {
      return SlackResult.notDelivered("the answer is not Slack's");
    }
  }

  /** Only the kind of failure: messages of exceptions may quote what must not be shown. */
  private static String reason(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return "Slack could not be reached (" + cause.getClass().getSimpleName() + ")";
  }

  private static SlackResult log(SlackTarget target, SlackResult result) {
    if (!result.delivered()) {
      LOGGER.debug("No message to {}: {}", target, result.reason());
    }
    return result;
  }

  private static void requireSafe(URI address) {
    boolean loopback =
        address.getHost() != null && address.getHost().matches("127\\.0\\.0\\.1|localhost|\\[::1]");
    if (!"https".equals(address.getScheme()) && !(loopback && "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException("Slack is only reached by HTTPS, except on loopback");
    }
  }
}
