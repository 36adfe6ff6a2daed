package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.config.NearestName;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a Jenkinsfile may say to {@code austaPipeline}.
 *
 * @param agent label of the nodes to run on; null when not named
 * @param config the configuration file; null when not named
 */
record PipelineOptions(String agent, String config) {

  private static final List<String> KNOWN = List.of("agent", "config");

  /**
   * @throws DeliveryFailedException naming every key that is not known and every value that is no
   *     text
   */
  static PipelineOptions of(Map<String, Object> given) throws DeliveryFailedException {
    String mistakes =
        new TreeSet<>(given.keySet())
            .stream()
                .map(key -> mistake(key, given.get(key)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    if (!mistakes.isEmpty()) {
      throw new DeliveryFailedException(
          FailureKind.CONFIGURATION,
          "The Jenkinsfile's call of austaPipeline is wrong: "
              + mistakes
              + ". It takes agent and config; everything else is set in austa.yaml.");
    }
    return new PipelineOptions(text(given.get("agent")), text(given.get("config")));
  }

  private static String mistake(String key, Object value) {
    if (!KNOWN.contains(key)) {
      return "there is no option '" + key + "'" + NearestName.hint(key, KNOWN);
    }
    boolean text = value == null || value instanceof CharSequence;
    return text ? "" : "'" + key + "' has to be text and is " + value;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
