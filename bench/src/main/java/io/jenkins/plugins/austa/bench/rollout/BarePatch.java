package io.jenkins.plugins.austa.bench.rollout;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The least that moves all users: one JSON patch of the Ingress, without asking anything before.
 */
final class BarePatch {

  private final KubernetesClient client;
  private final RolloutTarget target;

  BarePatch(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
  }

  void to(Colour colour) {
    String patch =
        IntStream.range(0, target.services().size())
            .mapToObj(index -> operation(index, colour))
            .collect(Collectors.joining(",", "[", "]"));
    // An object with its name is all it takes; by name alone the client would read it before.
    Ingress ingress =
        new IngressBuilder()
            .withNewMetadata()
            .withNamespace(target.namespace())
            .withName(target.entryName())
            .endMetadata()
            .build();
    client.resource(ingress).patch(PatchContext.of(PatchType.JSON), patch);
  }

  /** The engine writes the paths in the order of the services. */
  private String operation(int index, Colour colour) {
    return "{\"op\":\"replace\",\"path\":\"/spec/rules/0/http/paths/%d/backend/service/name\",\"value\":\"%s\"}"
        .formatted(index, target.objectName(target.services().get(index), colour));
  }
}
