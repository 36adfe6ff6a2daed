package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The Deployments of a colour: how many pods they have and should have. Calls block and throw
 * {@link ClusterException}.
 */
final class ColourWorkloads {

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final Router router;

  ColourWorkloads(KubernetesClient client, RolloutTarget target, Router router) {
    this.client = client;
    this.target = target;
    this.router = router;
  }

  /**
   * Pods that each service of {@code colour} is meant to have at this moment: what its autoscaler
   * wants or its spec says, whichever is more. Services without a Deployment, or scaled to zero,
   * are left out.
   */
  Map<String, Integer> currentReplicas(Colour colour) {
    Map<String, Integer> replicas = new TreeMap<>();
    for (RolloutService service : target.services()) {
      String name = target.objectName(service, colour);
      int wanted = call("read the replicas of Deployment " + name, () -> wanted(name));
      if (wanted > 0) {
        replicas.put(service.name(), wanted);
      }
    }
    return replicas;
  }

  /**
   * Brings each Deployment up to at least {@code replicas}.
   *
   * @return whether any of them had no pods at all, so that they have to be waited for
   */
  boolean scaleUp(Colour colour, Map<String, Integer> replicas) {
    boolean fromZero = false;
    for (RolloutService service : target.services()) {
      String name = target.objectName(service, colour);
      int wanted = Math.max(1, replicas.getOrDefault(service.name(), 1));
      OptionalInt has = specReplicas(name);
      if (has.isPresent() && has.getAsInt() < wanted) {
        scale(name, wanted);
        fromZero |= has.getAsInt() == 0;
      }
    }
    return fromZero;
  }

  /**
   * Scales every Deployment of {@code colour} to zero; its Helm release stays. The only way pods
   * are removed. The entry is read anew before each of them.
   *
   * @return how many Deployments were changed; 0 when all were at zero already or do not exist
   * @throws RetirementRefusedException if {@link RetirementRule} says no
   */
  int retire(RolloutRecord record, Colour colour) {
    int changed = 0;
    for (RolloutService service : target.services()) {
      RetirementVerdict verdict = RetirementRule.mayRetire(record, router.read(), colour);
      if (!verdict.allowed()) {
        throw new RetirementRefusedException(colour, verdict.reason());
      }
      String name = target.objectName(service, colour);
      OptionalInt has = specReplicas(name);
      if (has.isPresent() && has.getAsInt() > 0) {
        scale(name, 0);
        changed++;
      }
    }
    return changed;
  }

  private int wanted(String name) {
    int spec = specReplicas(name).orElse(0);
    HorizontalPodAutoscaler autoscaler =
        client
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inNamespace(target.namespace())
            .withName(name)
            .get();
    // An autoscaler leaves a Deployment that is scaled to zero alone, so its old wish means nothing
    // then.
    if (spec == 0 || autoscaler == null || autoscaler.getStatus() == null) {
      return spec;
    }
    return Math.max(
        spec, Optional.ofNullable(autoscaler.getStatus().getDesiredReplicas()).orElse(0));
  }

  private OptionalInt specReplicas(String name) {
    Deployment found = call("read Deployment " + name, () -> deployment(name).get());
    if (found == null) {
      return OptionalInt.empty();
    }
    Integer replicas = found.getSpec().getReplicas();
    return OptionalInt.of(replicas == null ? 1 : replicas);
  }

  private void scale(String name, int replicas) {
    call(
        "scale Deployment " + name + " to " + replicas,
        () ->
            deployment(name)
                .patch(
                    PatchContext.of(PatchType.JSON_MERGE),
                    "{\"spec\":{\"replicas\":" + replicas + "}}"));
  }

  private RollableScalableResource<Deployment> deployment(String name) {
    return client.apps().deployments().inNamespace(target.namespace()).withName(name);
  }

  private static <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      throw new ClusterException(what, e);
    }
  }
}
