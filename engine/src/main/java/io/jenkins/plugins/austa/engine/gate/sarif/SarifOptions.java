package io.jenkins.plugins.austa.engine.gate.sarif;

import java.util.Map;

/**
 * How findings become results.
 *
 * @param folders each service's folder in the repository, by service; scanners name files relative
 *     to it
 * @param withSuppressed whether findings that the policy suppresses are written, marked so. GitHub
 *     shows them as open
 */
public record SarifOptions(Map<String, String> folders, boolean withSuppressed) {
  public SarifOptions {
    folders = Map.copyOf(folders);
  }
}
