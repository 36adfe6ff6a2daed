package io.jenkins.plugins.austa.engine.notifications;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

public class SlackTest {
  private static final String TOKEN = "xoxb-very-s3cret";
  private static final SlackTarget BOT = new SlackTarget.Bot(TOKEN, "#deploys");
  private static final SlackMessage MESSAGE = SlackMessage.of("hello");

  @Rule public final SlackReceiver receiver = new SlackReceiver();

  @Test
  public void botPostsToItsChannelAndBeginsAThread() throws Exception {
    receiver.answer(200, null, "{\"ok\":true,\"ts\":\"17.42\",\"channel\":\"C1\"}");

    SlackResult result = post(BOT, MESSAGE, null);

    assertEquals(SlackResult.delivered("17.42"), result);
    SlackReceiver.Received received = receiver.received.remove();
    assertEquals("/api/chat.postMessage", received.path());
    assertEquals("Bearer " + TOKEN, received.authorization());
    assertEquals("#deploys", json(received).path("channel").asText());
    assertTrue(json(received).path("thread_ts").isMissingNode());
    assertFalse(received.body().contains(TOKEN));
  }

  @Test
  public void laterMessagesJoinTheThread() throws Exception {
    receiver.answer(200, null, "{\"ok\":true,\"ts\":\"18\"}");

    post(BOT, MESSAGE, "17.42");

    assertEquals("17.42", json(receiver.received.remove()).path("thread_ts").asText());
  }

  @Test
  public void webhookPostsToItsAddress() throws Exception {
    receiver.answer(200, null, "ok");

    SlackResult result = post(webhook("services/T/B/s3cret"), MESSAGE, "ignored");

    assertEquals(SlackResult.delivered(null), result);
    SlackReceiver.Received received = receiver.received.remove();
    assertEquals("/api/services/T/B/s3cret", received.path());
    assertNull(received.authorization());
    assertTrue(json(received).path("thread_ts").isMissingNode());
  }

  @Test
  public void tooManyMessagesAreTriedOnceMore() throws Exception {
    receiver.answer(429, "0", "");
    receiver.answer(200, null, "{\"ok\":true,\"ts\":\"1\"}");

    assertTrue(post(BOT, MESSAGE, null).delivered());
    assertEquals(2, receiver.received.size());
  }

  @Test
  public void secondRefusalIsFinal() throws Exception {
    receiver.answer(429, "0", "");
    receiver.answer(429, "0", "");

    assertNotDelivered(post(BOT, MESSAGE, null), "Slack answered with status 429");
    assertEquals(2, receiver.received.size());
  }

  @Test
  public void longWaitIsNotWaited() throws Exception {
    receiver.answer(429, "3600", "");

    assertNotDelivered(post(BOT, MESSAGE, null), "status 429");
    assertEquals(1, receiver.received.size());
  }

  @Test
  public void refusalSaysWhy() throws Exception {
    receiver.answer(200, null, "{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertNotDelivered(post(BOT, MESSAGE, null), "channel_not_found");
    receiver.answer(500, null, "");
    assertNotDelivered(post(BOT, MESSAGE, null), "status 500");
  }

  @Test
  public void answerIsNeverRepeatedUnlessItIsAWordOfSlacks() throws Exception {
    receiver.answer(200, null, "{\"ok\":false,\"error\":\"you sent " + TOKEN + "\"}");
    assertNotDelivered(post(BOT, MESSAGE, null), "no reason given");
    receiver.answer(200, null, "<html>" + TOKEN);
    assertNotDelivered(post(BOT, MESSAGE, null), "not Slack's");
    receiver.answer(200, null, "");
    assertNotDelivered(post(BOT, MESSAGE, null), "no reason given");
    receiver.answer(200, null, "{\"ok\":true,\"x\":\"" + "x".repeat(1_000_000) + "\"}");
    assertNotDelivered(post(BOT, MESSAGE, null), "not Slack's");
  }

  @Test
  public void redirectIsNotFollowed() throws Exception {
    receiver.answer(302, null, "");

    assertNotDelivered(post(BOT, MESSAGE, null), "status 302");
    assertEquals(1, receiver.received.size());
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Slack(follows, receiver.address(), Duration.ofSeconds(1)));
  }

  @Test
  public void answerThatNeverEndsTimesOut() throws Exception {
    receiver.hang();
    Slack impatient =
        new Slack(HttpClient.newHttpClient(), receiver.address(), Duration.ofMillis(200));

    SlackResult result = impatient.post(BOT, MESSAGE, null).get(10, TimeUnit.SECONDS);

    assertNotDelivered(result, "could not be reached (TimeoutException)");
  }

  @Test
  public void slackBeingDownIsAResultAndNoException() throws Exception {
    Slack nowhere =
        new Slack(
            HttpClient.newHttpClient(), URI.create("http://127.0.0.1:1/"), Duration.ofSeconds(5));

    assertNotDelivered(
        nowhere.post(BOT, MESSAGE, null).get(10, TimeUnit.SECONDS), "could not be reached");
  }

  @Test
  public void malformedCredentialIsAResultThatDoesNotShowIt() throws Exception {
    SlackResult token = post(new SlackTarget.Bot(TOKEN + "\nX-Evil: 1", "#c"), MESSAGE, null);
    assertNotDelivered(token, "malformed");
    SlackResult address =
        post(new SlackTarget.Webhook(URI.create("http://example.org/s3cret")), MESSAGE, null);
    assertNotDelivered(address, "malformed");
    assertEquals(0, receiver.received.size());
  }

  @Test
  public void targetsNeverShowTheirSecret() {
    assertEquals("Slack channel #deploys", BOT.toString());
    assertFalse(webhook("s3cret").toString().contains("s3cret"));
  }

  @Test
  public void textFromOutsideCanNeitherMentionNorLink() {
    JsonNode message =
        SlackMessage.started("cockpit", "<!channel> & *x*", "<https://evil|a>", "javascript:x")
            .json();

    String text = message.toString();
    assertFalse(text, text.contains("<"));
    assertTrue(text, text.contains("&lt;!channel&gt; &amp; *x*"));
    assertFalse(text, text.contains("javascript"));
  }

  @Test
  public void messagesHaveBlocksAFallbackAndALink() {
    JsonNode reverted =
        SlackMessage.reverted("cockpit", "production", "10 % errors", "7", "https://ci/1?a=b&c=d")
            .json();

    assertEquals("cockpit: production was reverted", reverted.path("text").asText());
    assertEquals(4, reverted.path("blocks").size());
    assertTrue(reverted.toString().contains("<https://ci/1?a=b&amp;c=d|Open the run>"));
    assertTrue(reverted.toString().contains("revision 7"));
    assertTrue(
        SlackMessage.approvalNeeded("c", "production", true, "https://ci")
            .json()
            .toString()
            .contains("No way back"));
    assertEquals(
        "c: SUCCESS",
        SlackMessage.done("c", "SUCCESS", "3 min", null).json().path("text").asText());
  }

  @Test
  public void messageStaysWithinSlacksLimits() {
    SlackMessage message = SlackMessage.of("&".repeat(10_000)).details("<".repeat(10_000));
    for (int i = 0; i < 20; i++) {
      message.field("f" + i, ">".repeat(5_000));
    }

    JsonNode blocks = message.json().path("blocks");

    for (JsonNode block : blocks) {
      assertTrue(block.path("text").path("text").asText().length() <= 3000);
      assertTrue(block.path("fields").size() <= 10);
      for (JsonNode field : block.path("fields")) {
        assertTrue(field.path("text").asText().length() <= 2000);
      }
    }
  }

  private SlackTarget webhook(String path) {
    return new SlackTarget.Webhook(receiver.address().resolve(path));
  }

  private SlackResult post(SlackTarget target, SlackMessage message, String thread)
      throws Exception {
    Slack slack = new Slack(HttpClient.newHttpClient(), receiver.address(), Duration.ofSeconds(10));
    return slack.post(target, message, thread).get(20, TimeUnit.SECONDS);
  }

  private static JsonNode json(SlackReceiver.Received received) throws Exception {
    return new ObjectMapper().readTree(received.body());
  }

  private static void assertNotDelivered(SlackResult result, String why) {
    assertFalse(result.delivered());
    assertTrue(result.reason(), result.reason().contains(why));
    assertFalse(result.reason(), result.reason().contains("s3cret"));
  }
}
