package io.jenkins.plugins.austa.engine.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the body of an instant query. Only one finite number is a value; all else is no data with
 * the reason.
 */
final class PrometheusAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int QUOTED = 200;

  private PrometheusAnswer() {}

  static MetricValue read(int status, String body) {
    if (status != 200) {
      return MetricValue.noData("Prometheus answered HTTP " + status + ": " + shortened(body));
    }
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MetricValue.noData(
          "Prometheus answered something that is not JSON: " + shortened(body));
    }
    if (!"success".equals(answer.path("status").asText())) {
      return MetricValue.noData("Prometheus refused the query: " + shortened(body));
    }
    return result(answer.path("data"));
  }

  private static MetricValue result(JsonNode data) {
    JsonNode result = data.path("result");
    return switch (data.path("resultType").asText()) {
      case "scalar" -> sample(result);
      case "vector" -> vector(result);
      default ->
          MetricValue.noData(
              "Prometheus answered with a result of type '"
                  + data.path("resultType").asText("none")
                  + "' where one number is expected");
    };
  }

  private static MetricValue vector(JsonNode series) {
    if (series.isEmpty()) {
      return MetricValue.noData("the query matches no series");
    }
    if (series.size() > 1) {
      return MetricValue.noData(
          "the query matches "
              + series.size()
              + " series where one is expected; aggregate it, for example with sum()");
    }
    return sample(series.path(0).path("value"));
  }

  private static MetricValue sample(JsonNode pair) {
    String text = pair.path(1).asText();
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? MetricValue.value(value) : notFinite(text);
    } catch (NumberFormatException e) {
      return notFinite(text);
    }
  }

  private static MetricValue notFinite(String text) {
    return MetricValue.noData("the query's value is '" + text + "', not a finite number");
  }

  private static String shortened(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "(empty body)";
    }
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
  }
}
