package io.jenkins.plugins.austa.engine.gate.sarif;

import java.util.Map;

/**
 * How findings become results.
 *
 * @param folders each service's folder in the repository, by service; scanners name files relative
 *     to it
 * @param withSuppressed whether findings that the policy suppresses are written, marked so. GitHub
 *     shows them as open
 * @param category what the results are of. Results of the same category and tool replace each other
 */
public record SarifOptions(Map<String, String> folders, boolean withSuppressed, String category) {
  /** What everything is in that is judged together. */
  public static final String ALL = "austa";

  /** Images that are judged apart from the sources. */
  public static final String IMAGES = "austa-images";

  public SarifOptions {
    folders = Map.copyOf(folders);
  }
}
