package io.jenkins.plugins.austa.engine.deploy;

import io.jenkins.plugins.austa.engine.plan.CallGraph;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.net.URI;

/** The release that the chart installs, as a rollout sees it. */
public final class ReleaseTarget {
  /** The port of every Service in the chart. */
  private static final int SERVICE_PORT = 80;

  private ReleaseTarget() {}

  /**
   * The target of one deployment.
   *
   * @param plan the plan that the deployment is part of
   * @param deployment where to
   * @param publicUrl the address users reach the platform at
   */
  public static RolloutTarget of(PipelinePlan plan, DeploymentPlan deployment, URI publicUrl) {
    return new RolloutTarget(
        deployment.environment(),
        deployment.namespace(),
        deployment.release(),
        plan.platform(),
        CallGraph.callersFirst(plan.services()).stream().map(ReleaseTarget::service).toList(),
        publicUrl,
        deployment.host());
  }

  private static RolloutService service(ServicePlan service) {
    return new RolloutService(service.name(), SERVICE_PORT, service.route(), service.health());
  }
}
