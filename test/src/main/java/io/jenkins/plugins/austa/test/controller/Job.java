package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A job, as one user sees it.
 *
 * @param client the user
 * @param name full name without folders
 */
public record Job(JenkinsClient client, String name) {
  private static final Duration QUEUED = Duration.ofMinutes(2);

  /** Starts a build and waits until it has a number. */
  public Build build() throws IOException, InterruptedException {
    return started(client.post("job/" + name + "/build?delay=0sec", Map.of()));
  }

  /** Starts a build with parameters and waits until it has a number. */
  public Build build(Map<String, String> parameters) throws IOException, InterruptedException {
    return started(queue(parameters));
  }

  /** Puts a build with parameters into the queue and does not wait for it. */
  public HttpResponse<String> queue(Map<String, String> parameters)
      throws IOException, InterruptedException {
    return client.post("job/" + name + "/buildWithParameters?delay=0sec", parameters);
  }

  /** A build that there is. */
  public Build number(int number) {
    return new Build(client, "job/" + name + "/" + number + "/");
  }

  private Build started(HttpResponse<String> answer) throws IOException, InterruptedException {
    if (answer.statusCode() != 201) {
      throw JenkinsClient.refused("starting a build of " + name, answer);
    }
    String item = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    return Await.until(
        "a build of " + name + " to start", QUEUED, () -> executable(item.substring(1)));
  }

  private Optional<Build> executable(String item) throws IOException, InterruptedException {
    JsonNode number = client.json(item + "api/json").path("executable").path("number");
    return number.isMissingNode() ? Optional.empty() : Optional.of(number(number.asInt()));
  }
}
