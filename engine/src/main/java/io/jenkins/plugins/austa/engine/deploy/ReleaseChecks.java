package io.jenkins.plugins.austa.engine.deploy;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig;
import io.jenkins.plugins.austa.engine.health.ExpectedAnswer;
import io.jenkins.plugins.austa.engine.health.LatencyLimit;
import io.jenkins.plugins.austa.engine.health.QueryTemplate;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.HealthChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** From what {@code austa.yaml} says of health to what a rollout looks at. */
public final class ReleaseChecks {

  private ReleaseChecks() {}

  /** The checks of one deployment. */
  public static HealthChecks of(DeploymentPlan deployment) {
    return new HealthChecks(
        orNone(deployment.health().http()).stream().map(ReleaseChecks::http).toList(),
        orNone(deployment.health().webSockets()).stream()
            .map(check -> new HealthChecks.WebSocket(check.service(), check.path()))
            .toList(),
        orNone(deployment.verify().metrics()).stream().map(ReleaseChecks::metric).toList());
  }

  private static HealthChecks.Http http(EnvironmentConfig.HttpCheck check) {
    Map<String, Pattern> headers = new LinkedHashMap<>();
    check.headers().forEach((name, pattern) -> headers.put(name, Pattern.compile(pattern)));
    ExpectedAnswer expected =
        new ExpectedAnswer(
            check.path(),
            check.status(),
            headers,
            check.body() == null ? null : Pattern.compile(check.body()),
            check.json());
    LatencyLimit latency =
        check.latency() == null
            ? null
            : new LatencyLimit(check.latency(), check.percentile(), check.samples());
    return new HealthChecks.Http(check.service(), expected, latency);
  }

  private static HealthChecks.Metric metric(EnvironmentConfig.MetricCheck check) {
    return new HealthChecks.Metric(
        check.name(), new QueryTemplate(check.query()), check.limit(), check.overBaseline());
  }

  /** A plan that was made before there were such checks has none. */
  private static <T> List<T> orNone(List<T> checks) {
    return checks == null ? List.of() : checks;
  }
}
