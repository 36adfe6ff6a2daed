package io.jenkins.plugins.austa.engine.config;

import com.fasterxml.jackson.core.JsonPointer;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.HttpCheck;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.MetricCheck;
import io.jenkins.plugins.austa.engine.health.QueryTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What checks of environments must make sense of. Pure. */
final class HealthRules {
  private final YamlPlaces places;

  HealthRules(YamlPlaces places) {
    this.places = places;
  }

  void check(AustaConfig config) {
    Set<String> services = config.services().keySet();
    config
        .environments()
        .forEach((name, environment) -> check("environments." + name, environment, services));
  }

  private void check(String key, EnvironmentConfig environment, Set<String> services) {
    List<HttpCheck> http = environment.health().http();
    for (int i = 0; i < http.size(); i++) {
      String at = key + ".health.http[" + i + "]";
      known(at, http.get(i).service(), services);
      http(at, http.get(i));
    }
    List<EnvironmentConfig.WebSocketCheck> webSockets = environment.health().webSockets();
    for (int i = 0; i < webSockets.size(); i++) {
      known(key + ".health.webSockets[" + i + "]", webSockets.get(i).service(), services);
    }
    metrics(key + ".verify.metrics", environment.verify().metrics());
  }

  private void known(String at, String service, Set<String> services) {
    // Without the key the services are found in the repository, and the planner says so.
    if (!services.isEmpty() && !services.contains(service)) {
      places.problem(
          at + ".service",
          "\""
              + service
              + "\" is no service; there are "
              + String.join(", ", services)
              + ScalarType.suggestion(service, List.copyOf(services)));
    }
  }

  private void http(String at, HttpCheck check) {
    check.headers().forEach((name, pattern) -> pattern(at + ".headers." + name, pattern));
    if (check.body() != null) {
      pattern(at + ".body", check.body());
    }
    for (String pointer : check.json().keySet()) {
      try {
        JsonPointer.compile(pointer);
      } catch (IllegalArgumentException e) {
        places.problem(
            at + ".json", "\"" + pointer + "\" is no JSON Pointer; write one such as /status");
      }
    }
  }

  private void pattern(String at, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      places.problem(at, "is no regular expression: " + e.getDescription());
    }
  }

  private void metrics(String at, List<MetricCheck> metrics) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < metrics.size(); i++) {
      MetricCheck metric = metrics.get(i);
      String one = at + "[" + i + "]";
      if (!names.add(metric.name())) {
        places.problem(one + ".name", "\"" + metric.name() + "\" is there twice");
      }
      if (metric.limit() == null && metric.overBaseline() == null) {
        places.problem(one, "has neither limit nor overBaseline, so it would decide nothing");
      }
      placeholder(metric.query()).ifPresent(text -> places.problem(one + ".query", text));
    }
  }

  private static Optional<String> placeholder(String query) {
    try {
      new QueryTemplate(query);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
