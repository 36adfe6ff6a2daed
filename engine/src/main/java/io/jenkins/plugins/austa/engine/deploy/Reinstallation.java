package io.jenkins.plugins.austa.engine.deploy;

import java.util.Map;

/**
 * What Helm has to install so that an earlier revision is there again.
 *
 * @param helmRelease under which name
 * @param chart the chart as it was then, by path in its folder
 * @param values the values as they were then but for colour, number and replicas, as JSON
 */
public record Reinstallation(String helmRelease, Map<String, byte[]> chart, String values) {

  public Reinstallation {
    chart = Map.copyOf(chart);
  }
}
