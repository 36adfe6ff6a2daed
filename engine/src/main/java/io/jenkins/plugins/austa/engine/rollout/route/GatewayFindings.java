package io.jenkins.plugins.austa.engine.rollout.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What speaks against moving traffic behind a Gateway: it is missing, or it does not take the
 * route. Calls block and throw {@link ClusterException}.
 */
final class GatewayFindings {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORBIDDEN = 403;
  static final ResourceDefinitionContext GATEWAYS =
      new ResourceDefinitionContext.Builder()
          .withGroup(HttpRouteEntry.GROUP)
          .withVersion(HttpRouteEntry.VERSION)
          .withKind("Gateway")
          .withPlural("gateways")
          .withNamespaced(true)
          .build();

  private final KubernetesClient client;
  private final GatewayParent gateway;

  GatewayFindings(KubernetesClient client, GatewayParent gateway) {
    this.client = client;
    this.gateway = gateway;
  }

  /**
   * @param route null when there is none yet
   */
  List<EntryFinding> of(GenericKubernetesResource route) {
    List<EntryFinding> findings = new ArrayList<>();
    if (isMissing()) {
      findings.add(
          EntryFinding.refusal(
              "There is no Gateway "
                  + gateway
                  + " of gateway.networking.k8s.io/v1. Create it, have the Gateway API installed, or"
                  + " correct the key gateway of the environment."));
    }
    if (route != null) {
      JsonNode parents =
          JSON.valueToTree(route.getAdditionalProperties().get("status")).path("parents");
      long generation = Objects.requireNonNullElse(route.getMetadata().getGeneration(), 0L);
      parents.forEach(parent -> refused(parent, generation, findings));
    }
    return findings;
  }

  private void refused(JsonNode parent, long generation, List<EntryFinding> findings) {
    if (!gateway.name().equals(parent.path("parentRef").path("name").asText())) {
      return;
    }
    for (JsonNode condition : parent.path("conditions")) {
      // What was said of an older route says nothing of this one.
      boolean matters =
          List.of("Accepted", "ResolvedRefs").contains(condition.path("type").asText())
              && condition.path("observedGeneration").asLong(generation) == generation;
      if (matters && "False".equals(condition.path("status").asText())) {
        findings.add(
            EntryFinding.refusal(
                "Gateway "
                    + gateway
                    + " does not take the HTTPRoute: "
                    + condition.path("reason").asText()
                    + ", "
                    + condition.path("message").asText()
                    + ". Repair that, then run again."));
      }
    }
  }

  /** An account that may not look at Gateways does not know. */
  private boolean isMissing() {
    try {
      return client
              .genericKubernetesResources(GATEWAYS)
              .inNamespace(gateway.namespace())
              .withName(gateway.name())
              .get()
          == null;
    } catch (KubernetesClientException e) {
      if (e.getCode() == FORBIDDEN) {
        return false;
      }
      throw new ClusterException("read Gateway " + gateway, e);
    }
  }
}
