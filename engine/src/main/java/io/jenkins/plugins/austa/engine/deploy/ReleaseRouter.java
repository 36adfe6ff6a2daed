package io.jenkins.plugins.austa.engine.deploy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.Gateway;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import io.jenkins.plugins.austa.engine.rollout.route.GatewayParent;
import io.jenkins.plugins.austa.engine.rollout.route.GatewayRouter;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import io.jenkins.plugins.austa.engine.rollout.route.ServiceRouter;

/** What moves the traffic of a release, as its environment's key {@code router} says. */
public final class ReleaseRouter {

  private ReleaseRouter() {}

  /**
   * The router of one deployment.
   *
   * @param client not closed here
   * @param target the same deployment as the rollout sees it
   */
  public static Router of(
      DeploymentPlan deployment, KubernetesClient client, RolloutTarget target) {
    return switch (deployment.router()) {
      case INGRESS -> new IngressRouter(client, target);
      case GATEWAY -> new GatewayRouter(client, target, parent(deployment));
      case SERVICE -> new ServiceRouter(client, target);
    };
  }

  private static GatewayParent parent(DeploymentPlan deployment) {
    Gateway gateway = deployment.gateway();
    String namespace = gateway.namespace() == null ? deployment.namespace() : gateway.namespace();
    return new GatewayParent(gateway.name(), namespace, gateway.listener());
  }
}
