package io.jenkins.plugins.austa.engine.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service has to answer to a GET.
 *
 * @param path absolute, with a query if there is to be one
 * @param status the only HTTP status that will do
 * @param headers for each header a pattern that its whole value has to match
 * @param body a pattern that has to be found in the body; null when any body will do
 * @param json for each JSON Pointer (RFC 6901) the text of the value it has to lead to
 */
public record ExpectedAnswer(
    String path, int status, Map<String, Pattern> headers, Pattern body, Map<String, String> json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 80;

  public ExpectedAnswer {
    headers = Map.copyOf(headers);
    json = Map.copyOf(json);
  }

  /** Nothing but a status. */
  public static ExpectedAnswer status(String path, int status) {
    return new ExpectedAnswer(path, status, Map.of(), null, Map.of());
  }

  /** What an answer of the right status lacks; empty when it is as expected. */
  Optional<String> unmet(ProbeAnswer answer) {
    return unmetHeader(answer).or(() -> unmetBody(answer)).or(() -> unmetJson(answer));
  }

  private Optional<String> unmetHeader(ProbeAnswer answer) {
    for (Map.Entry<String, Pattern> each : headers.entrySet()) {
      String value = answer.header(each.getKey()).orElse(null);
      if (value == null) {
        return Optional.of("without header " + each.getKey());
      }
      if (!each.getValue().matcher(value).matches()) {
        return Optional.of(
            "with %s: %s, expected /%s/"
                .formatted(each.getKey(), shown(value), each.getValue().pattern()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> unmetBody(ProbeAnswer answer) {
    return body == null || body.matcher(answer.body()).find()
        ? Optional.empty()
        : Optional.of("with a body in which /" + body.pattern() + "/ is not found");
  }

  private Optional<String> unmetJson(ProbeAnswer answer) {
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(answer.body());
      for (Map.Entry<String, String> each : json.entrySet()) {
        JsonNode found = root.at(each.getKey());
        String text = found.isValueNode() ? found.asText() : found.toString();
        if (found.isMissingNode() || !text.equals(each.getValue())) {
          String observed = found.isMissingNode() ? "nothing" : shown(text);
          return Optional.of(
              "with %s at %s, expected %s".formatted(observed, each.getKey(), each.getValue()));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of("with a body that is no JSON");
    }
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
