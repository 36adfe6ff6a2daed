package io.jenkins.plugins.austa.engine.config;

import io.jenkins.plugins.austa.engine.config.SecurityConfig.Suppression;
import io.jenkins.plugins.austa.engine.config.SecurityConfig.Threshold;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** What the keys of the security gate's policy ask of each other. Pure. */
final class SecurityRules {
  private static final String KEY = "security.";

  private final YamlPlaces places;

  SecurityRules(YamlPlaces places) {
    this.places = places;
  }

  void check(AustaConfig config) {
    SecurityConfig security = config.security();
    List<Threshold> thresholds = security.thresholds();
    for (int i = 0; i < thresholds.size(); i++) {
      check(KEY + "thresholds[" + i + "]", thresholds.get(i), config.services().keySet());
    }
    List<Suppression> suppressions = security.suppressions();
    for (int i = 0; i < suppressions.size(); i++) {
      check(KEY + "suppressions[" + i + "]", suppressions.get(i));
    }
  }

  private void check(String key, Threshold threshold, Set<String> services) {
    if (threshold.scanner() == null && threshold.service() == null && threshold.fixable() == null) {
      places.problem(
          key,
          "fits every finding; give scanner, service or fixable, or set security.threshold"
              + " instead");
    }
    // Without the key the services are found in the repository, and the planner says so.
    if (threshold.service() != null
        && !services.isEmpty()
        && !services.contains(threshold.service())) {
      places.problem(
          key + ".service",
          "\""
              + threshold.service()
              + "\" is no service; there are "
              + String.join(", ", services)
              + ScalarType.suggestion(threshold.service(), List.copyOf(services)));
    }
  }

  private void check(String key, Suppression suppression) {
    if (suppression.id() == null && suppression.purl() == null) {
      places.problem(key, "covers nothing; give id, purl or both");
    }
    blank(key + ".id", suppression.id());
    blank(key + ".reason", suppression.reason());
    blank(key + ".owner", suppression.owner());
    try {
      LocalDate.parse(suppression.until());
    } catch (DateTimeParseException e) {
      places.problem(key + ".until", "\"" + suppression.until() + "\" is no day of the calendar");
    }
  }

  private void blank(String key, String text) {
    if (text != null && text.isBlank()) {
      places.problem(key, "is blank; write something or leave the key out");
    }
  }
}
