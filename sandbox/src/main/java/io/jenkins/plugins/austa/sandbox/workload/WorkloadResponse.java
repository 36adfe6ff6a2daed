package io.jenkins.plugins.austa.sandbox.workload;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a workload answers.
 *
 * @param status HTTP status
 * @param headers headers to send
 * @param body body to send
 */
public record WorkloadResponse(int status, Map<String, String> headers, byte[] body) {

  public static WorkloadResponse json(int status, String json) {
    return text(status, "application/json", json);
  }

  public static WorkloadResponse text(int status, String contentType, String text) {
    return new WorkloadResponse(
        status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
  }
}
