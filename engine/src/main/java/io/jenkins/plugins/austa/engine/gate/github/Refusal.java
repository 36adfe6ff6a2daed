package io.jenkins.plugins.austa.engine.gate.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Why GitHub refused, and what to do about it. */
final class Refusal {
  private static final int LONGEST = 300;

  private Refusal() {}

  static String of(int status, JsonNode body, CodeScanningTarget target) {
    String said = bounded(body.path("message").asText("no reason given"));
    return switch (status) {
      case 401 -> "GitHub does not know the token; renew the credential";
      case 403 ->
          "GitHub forbids it ("
              + said
              + "); the token needs the permission \"code scanning alerts: write\", and the"
              + " repository code scanning";
      case 404 ->
          "GitHub shows the token no repository "
              + target.repository()
              + "; correct security.codeScanning.repository, or give the token access";
      case 413 -> "GitHub finds the file too large";
      case 429 -> "GitHub asked for a longer pause than there was time";
      default -> "GitHub answered with status " + status + " (" + said + ")";
    };
  }

  /** The errors of a file that GitHub could not process. */
  static String errors(JsonNode state) {
    List<String> errors = new ArrayList<>();
    state.path("errors").forEach(error -> errors.add(error.asText()));
    return errors.isEmpty() ? "no reason given" : bounded(String.join("; ", errors));
  }

  private static String bounded(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }
}
