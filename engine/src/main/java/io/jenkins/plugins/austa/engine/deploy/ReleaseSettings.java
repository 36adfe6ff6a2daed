package io.jenkins.plugins.austa.engine.deploy;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.Inconclusive;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.Verify;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.OnInconclusive;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import java.time.Duration;

/** The limits of a rollout, as {@code austa.yaml} says them. */
public final class ReleaseSettings {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private ReleaseSettings() {}

  /** Those of one deployment; what it leaves open has the engine's defaults. */
  public static RolloutSettings.Builder of(DeploymentPlan deployment) {
    Verify verify = deployment.verify();
    RolloutSettings.Builder settings =
        RolloutSettings.builder()
            .availableTimeout(deployment.healthTimeout())
            .convergenceTimeout(verify.convergence())
            .verifyWindow(verify.window())
            .verifyInterval(verify.interval())
            .pollInterval(shorter(verify.interval(), LONGEST_POLL))
            .errorRateLimit(verify.errorRate().value())
            .checks(ReleaseChecks.of(deployment))
            .onInconclusive(
                verify.onInconclusive() == Inconclusive.HOLD
                    ? OnInconclusive.HOLD
                    : OnInconclusive.REVERT)
            .drain(deployment.retire().drain())
            .historyLimit(deployment.retire().history());
    if (deployment.health().maxRestarts() != null) {
      settings.maxRestarts(deployment.health().maxRestarts());
    }
    if (verify.errorRateQuery() != null) {
      settings.errorRateQuery(verify.errorRateQuery());
    }
    return settings;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
