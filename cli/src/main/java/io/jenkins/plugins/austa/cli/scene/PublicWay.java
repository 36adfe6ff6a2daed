package io.jenkins.plugins.austa.cli.scene;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.util.List;
import java.util.Map;

/**
 * What stands before the entry of a release and is nobody's release: the Gateway that an HTTPRoute
 * is attached to, the Ingress that leads to stable Services. On a real cluster somebody else looks
 * after it.
 */
final class PublicWay {
  private static final String NETWORKING = "gateway.networking.k8s.io";
  private static final ResourceDefinitionContext GATEWAYS =
      new ResourceDefinitionContext.Builder()
          .withGroup(NETWORKING)
          .withVersion("v1")
          .withKind("Gateway")
          .withPlural("gateways")
          .withNamespaced(true)
          .build();

  private PublicWay() {}

  /** Makes what the environment's router needs; nothing where that is nothing. */
  static void make(KubernetesClient client, PipelinePlan plan, DeploymentPlan deployment) {
    switch (deployment.router()) {
      case GATEWAY -> makeGateway(client, deployment);
      case SERVICE -> makeIngress(client, plan, deployment);
      case INGRESS -> {
        // The rollout makes it.
      }
    }
  }

  private static void makeGateway(KubernetesClient client, DeploymentPlan deployment) {
    String namespace = deployment.gateway().namespace();
    String listener = deployment.gateway().listener();
    Map<String, Object> http =
        Map.of(
            "name",
            listener == null ? "http" : listener,
            "port",
            80,
            "protocol",
            "HTTP",
            "allowedRoutes",
            Map.of("namespaces", Map.of("from", "All")));
    GenericKubernetesResource gateway =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(NETWORKING + "/v1")
            .withKind("Gateway")
            .withNewMetadata()
            .withName(deployment.gateway().name())
            .withNamespace(namespace == null ? deployment.namespace() : namespace)
            .endMetadata()
            .addToAdditionalProperties(
                "spec", Map.of("gatewayClassName", "sandbox", "listeners", List.of(http)))
            .build();
    client
        .genericKubernetesResources(GATEWAYS)
        .inNamespace(gateway.getMetadata().getNamespace())
        .resource(gateway)
        .create();
  }

  private static void makeIngress(
      KubernetesClient client, PipelinePlan plan, DeploymentPlan deployment) {
    client
        .resource(
            new IngressBuilder()
                .withNewMetadata()
                .withName("public")
                .withNamespace(deployment.namespace())
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withHost(deployment.host())
                .withNewHttp()
                .withPaths(plan.services().stream().map(one -> path(deployment, one)).toList())
                .endHttp()
                .endRule()
                .endSpec()
                .build())
        .create();
  }

  private static HTTPIngressPath path(DeploymentPlan deployment, ServicePlan service) {
    return new HTTPIngressPathBuilder()
        .withPath(service.route())
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(deployment.release() + "-" + service.name())
        .withNewPort()
        .withName("http")
        .endPort()
        .endService()
        .endBackend()
        .build();
  }
}
