package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PromQL with the placeholders {@code {{namespace}}}, {@code {{release}}}, {@code {{colour}}},
 * {@code {{window}}}.
 */
public record QueryTemplate(String text) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");

  /**
   * Share of requests answered with a 5xx by one colour; zero errors is zero, no requests is no
   * data.
   */
  public static final QueryTemplate DEFAULT_ERROR_RATE =
      new QueryTemplate(
          "(sum(rate(http_requests_total{namespace=\"{{namespace}}\",release=\"{{release}}\","
              + "colour=\"{{colour}}\",status=~\"5..\"}[{{window}}])) or vector(0))"
              + " / sum(rate(http_requests_total{namespace=\"{{namespace}}\",release=\"{{release}}\","
              + "colour=\"{{colour}}\"}[{{window}}]))");

  /**
   * @throws IllegalArgumentException for an unknown placeholder, naming it and those allowed
   */
  public QueryTemplate {
    Matcher placeholders = PLACEHOLDER.matcher(text);
    while (placeholders.find()) {
      String name = placeholders.group(1);
      if (!name.matches("namespace|release|colour|window")) {
        throw new IllegalArgumentException(
            "The query has the unknown placeholder {{"
                + name
                + "}}; use namespace, release, colour or window: "
                + text);
      }
    }
  }

  public String fill(String namespace, String release, String colour, Duration window) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            placeholder ->
                Matcher.quoteReplacement(
                    switch (placeholder.group(1)) {
                      case "namespace" -> namespace;
                      case "release" -> release;
                      case "colour" -> colour;
                      default -> DurationText.promQl(window);
                    }));
  }
}
