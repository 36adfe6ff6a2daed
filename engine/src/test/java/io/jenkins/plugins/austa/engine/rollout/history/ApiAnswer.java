package io.jenkins.plugins.austa.engine.rollout.history;

import java.nio.charset.StandardCharsets;

/** What the API server says to one request. */
record ApiAnswer(int code, byte[] body) {

  static ApiAnswer status(int code, String message) {
    String text =
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":%d,\"message\":\"%s\"}"
            .formatted(code, message);
    return new ApiAnswer(code, text.getBytes(StandardCharsets.UTF_8));
  }
}
