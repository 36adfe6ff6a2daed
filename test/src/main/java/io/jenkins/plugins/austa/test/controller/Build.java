package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One build, as one user sees it.
 *
 * @param client the user
 * @param path of the build, relative to the controller's address, with a slash at its end
 */
public record Build(JenkinsClient client, String path) {
  private static final Duration STARTED = Duration.ofMinutes(2);

  /** The same build for another user. */
  public Build as(JenkinsClient user) {
    return new Build(user, path);
  }

  /** Its number. */
  public int number() {
    String[] parts = path.split("/");
    return Integer.parseInt(parts[parts.length - 1]);
  }

  /** Waits until there is a build of this number. */
  public void awaitStart() throws IOException, InterruptedException {
    Await.until(
        path + " to start",
        STARTED,
        () ->
            client.get(path + "api/json?tree=number").statusCode() == 200
                ? Optional.of(true)
                : Optional.empty());
  }

  /** Why it was started, as its page says. */
  public List<String> causes() throws IOException, InterruptedException {
    return client
        .json(path + "api/json?tree=actions[causes[shortDescription]]")
        .findValuesAsText("shortDescription");
  }

  /** What it has printed so far. */
  public String log() throws IOException, InterruptedException {
    return client.text(path + "consoleText");
  }

  /**
   * Waits until it has printed some text.
   *
   * @throws ControllerException when it ends without, or the time is over; the message has its log
   */
  public void awaitLog(String text, Duration limit) throws IOException, InterruptedException {
    try {
      Await.until("\"" + text + "\" in the log of " + path, limit, () -> printed(text));
    } catch (ControllerException e) {
      throw new ControllerException(e.getMessage() + "\n" + log(), e);
    }
  }

  private Optional<Boolean> printed(String text) throws IOException, InterruptedException {
    boolean ended = !isBuilding();
    if (log().contains(text)) {
      return Optional.of(true);
    }
    if (ended) {
      throw new ControllerException("the build ended and never printed it");
    }
    return Optional.empty();
  }

  /**
   * Waits until it ends.
   *
   * @return its result
   */
  public String awaitEnd(Duration limit) throws IOException, InterruptedException {
    try {
      return Await.until("the end of " + path, limit, this::result);
    } catch (ControllerException e) {
      throw new ControllerException(e.getMessage() + "\n" + log(), e);
    }
  }

  private Optional<String> result() throws IOException, InterruptedException {
    JsonNode state = client.json(path + "api/json?tree=building,inProgress,result");
    return ended(state) ? Optional.of(state.path("result").asText()) : Optional.empty();
  }

  /**
   * Whether a build is over; one that has not quite begun is not building either, but it has no
   * result.
   *
   * @param state what the REST API says: {@code building}, {@code inProgress} and {@code result}
   */
  static boolean ended(JsonNode state) {
    boolean goesOn = state.path("building").asBoolean() || state.path("inProgress").asBoolean();
    return !goesOn && state.hasNonNull("result");
  }

  private boolean isBuilding() throws IOException, InterruptedException {
    return result().isEmpty();
  }

  /**
   * Answers a waiting input with yes.
   *
   * @param id of the input step
   * @return the controller's answer; 200 when it took it
   */
  public HttpResponse<String> proceed(String id) throws IOException, InterruptedException {
    return client.post(path + "input/" + inputName(id) + "/proceedEmpty", Map.of());
  }

  /** Answers a waiting input with no. */
  public HttpResponse<String> abort(String id) throws IOException, InterruptedException {
    return client.post(path + "input/" + inputName(id) + "/abort", Map.of());
  }

  /** A file that it archived; empty when there is none of that name. */
  public Optional<String> artifact(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get(path + "artifact/" + name);
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  /** The input step capitalises its id. */
  private static String inputName(String id) {
    return id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
  }
}
