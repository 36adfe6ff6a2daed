package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The crumb that a controller wants with each POST; it belongs to the session of one client. */
final class Crumbs {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;

  private final JenkinsClient client;
  private Crumb known;

  private record Crumb(String field, String value) {}

  Crumbs(JenkinsClient client) {
    this.client = client;
  }

  /** Puts the crumb into a request; does nothing where the controller wants none. */
  synchronized void addTo(HttpRequest.Builder request) throws IOException, InterruptedException {
    if (known == null) {
      HttpResponse<String> answer = client.get("crumbIssuer/api/json");
      // 404: this controller wants none.
      JsonNode issued =
          new ObjectMapper().readTree(answer.statusCode() == OK ? answer.body() : "{}");
      known = new Crumb(issued.path("crumbRequestField").asText(), issued.path("crumb").asText());
    }
    if (!known.field().isEmpty()) {
      request.header(known.field(), known.value());
    }
  }

  /** Whether a POST was refused for its crumb; a new one is fetched next time then. */
  synchronized boolean refused(HttpResponse<String> answer) {
    boolean refused = answer.statusCode() == FORBIDDEN && answer.body().contains("No valid crumb");
    if (refused) {
      known = null;
    }
    return refused;
  }
}
