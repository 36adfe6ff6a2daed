package io.jenkins.plugins.austa.engine.rollout.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import java.util.Map;
import java.util.function.BiFunction;

/** What a test has to know about a router besides its interface. */
public enum RouterFixture {
  INGRESS("/ingresses", 1, IngressRouter::new) {
    @Override
    public void sendBackendElsewhere(KubernetesClient client, RolloutTarget target) {
      Ingress ingress =
          client
              .network()
              .v1()
              .ingresses()
              .inNamespace(target.namespace())
              .withName(target.entryName())
              .get();
      ingress.getSpec().getRules().get(0).getHttp().getPaths().stream()
          .filter(path -> path.getPath().equals("/api"))
          .forEach(path -> path.getBackend().getService().setName("elsewhere"));
      client.resource(ingress).update();
    }
  },
  GATEWAY(
      "/httproutes", 1, (client, target) -> new GatewayRouter(client, target, publicGateway())) {
    @Override
    public void sendBackendElsewhere(KubernetesClient client, RolloutTarget target) {
      var routes =
          client.genericKubernetesResources(GatewayRouter.ROUTES).inNamespace(target.namespace());
      ObjectMapper json = new ObjectMapper();
      JsonNode tree = json.valueToTree(routes.withName(target.entryName()).get());
      ((ObjectNode) tree.at("/spec/rules/1/backendRefs/0")).put("name", "elsewhere");
      routes.resource(json.convertValue(tree, GenericKubernetesResource.class)).update();
    }
  },
  SERVICE("/services", 2, ServiceRouter::new) {
    @Override
    public void sendBackendElsewhere(KubernetesClient client, RolloutTarget target) {
      Service service =
          client
              .services()
              .inNamespace(target.namespace())
              .withName(target.release() + "-backend")
              .get();
      service.getSpec().setSelector(Map.of("app", "elsewhere"));
      client.resource(service).update();
    }
  };

  private final String plural;
  private final int writes;
  private final BiFunction<KubernetesClient, RolloutTarget, Router> make;

  RouterFixture(
      String plural, int writes, BiFunction<KubernetesClient, RolloutTarget, Router> make) {
    this.plural = plural;
    this.writes = writes;
    this.make = make;
  }

  /** What a person with kubectl does to the way to the backend. */
  public abstract void sendBackendElsewhere(KubernetesClient client, RolloutTarget target);

  public Router router(KubernetesClient client, RolloutTarget target) {
    return make.apply(client, target);
  }

  /** Sets up what somebody else looks after. */
  public void prepare(KubernetesClient client) {
    if (this == GATEWAY) {
      createGateway(client);
    }
  }

  /** Part of the path of every write to the entry. */
  public String plural() {
    return plural;
  }

  /** How many writes move a platform of frontend and backend. */
  int writes() {
    return writes;
  }

  /** Makes the Gateway of tests: one listener that lets every route in. */
  static void createGateway(KubernetesClient client) {
    ObjectNode spec = new ObjectMapper().createObjectNode().put("gatewayClassName", "sandbox");
    spec.putArray("listeners")
        .addObject()
        .put("name", "http")
        .put("port", 80)
        .put("protocol", "HTTP")
        .putObject("allowedRoutes")
        .putObject("namespaces")
        .put("from", "All");
    client
        .genericKubernetesResources(GatewayFindings.GATEWAYS)
        .inNamespace(publicGateway().namespace())
        .resource(
            new GenericKubernetesResourceBuilder()
                .withApiVersion(HttpRouteEntry.GROUP + "/" + HttpRouteEntry.VERSION)
                .withKind("Gateway")
                .withNewMetadata()
                .withName(publicGateway().name())
                .withNamespace(publicGateway().namespace())
                .endMetadata()
                .addToAdditionalProperties("spec", spec)
                .build())
        .create();
  }

  /** The Gateway of tests. */
  public static GatewayParent publicGateway() {
    return new GatewayParent("public", "gateways", null);
  }
}
