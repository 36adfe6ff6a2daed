package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.List;

/**
 * Routes by one HTTPRoute of the Gateway API, named after the release; all services move in one
 * write.
 */
public final class GatewayRouter extends OneObjectRouter<GenericKubernetesResource> {

  static final ResourceDefinitionContext ROUTES =
      new ResourceDefinitionContext.Builder()
          .withGroup(HttpRouteEntry.GROUP)
          .withVersion(HttpRouteEntry.VERSION)
          .withKind(HttpRouteEntry.KIND)
          .withPlural("httproutes")
          .withNamespaced(true)
          .build();

  private final GatewayFindings findings;

  /**
   * @param gateway what the route is attached to; it is looked after by somebody else
   */
  public GatewayRouter(KubernetesClient client, RolloutTarget target, GatewayParent gateway) {
    super(
        client,
        target,
        new HttpRouteEntry(target, gateway),
        HttpRouteEntry.KIND,
        client.genericKubernetesResources(ROUTES).inNamespace(target.namespace()));
    this.findings = new GatewayFindings(client, gateway);
  }

  @Override
  List<EntryFinding> objectFindings(GenericKubernetesResource route) {
    return findings.of(route);
  }
}
