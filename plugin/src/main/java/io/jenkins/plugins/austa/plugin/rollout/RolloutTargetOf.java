package io.jenkins.plugins.austa.plugin.rollout;

import io.jenkins.plugins.austa.engine.deploy.ReleaseTarget;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.net.URI;

/** Translates plan and site into what the rollout engine wants. */
final class RolloutTargetOf {
  private RolloutTargetOf() {}

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
}
