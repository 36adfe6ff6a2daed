package io.jenkins.plugins.austa.plugin.rollout;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.Inconclusive;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.Verify;
import io.jenkins.plugins.austa.engine.deploy.ReleaseChecks;
import io.jenkins.plugins.austa.engine.deploy.ReleaseTarget;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.OnInconclusive;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.net.URI;
import java.time.Duration;

/** Translates plan and site into what the rollout engine wants. */
final class RolloutSettingsOf {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private RolloutSettingsOf() {}

  static RolloutTarget target(PipelinePlan plan, DeploymentPlan deployment, EnvironmentSite site)
      throws DeliveryFailedException {
    if (site.getPublicUrl() == null) {
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "Environment "
              + site.getName()
              + " has no public address, so a switch could not be verified. Set it under Manage"
              + " Jenkins › AUSTA Pipeline.");
    }
    return ReleaseTarget.of(plan, deployment, URI.create(site.getPublicUrl()));
  }

  static RolloutSettings settings(DeploymentPlan deployment) {
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
    return settings.build();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
