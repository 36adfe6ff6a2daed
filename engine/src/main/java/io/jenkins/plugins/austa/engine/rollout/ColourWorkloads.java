package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The Deployments of a colour: how many pods they have and should have. Calls block and throw
 * {@link ClusterException}.
 *
 * <p>Every change is made on the condition that the Deployment is still the one on which it was
 * decided, so that a process that stood still for a while cannot change what others have decided
 * about since.
 */
final class ColourWorkloads {

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final Router router;
  private final Retirement retirement;

  ColourWorkloads(
      KubernetesClient client, RolloutTarget target, Router router, Retirement retirement) {
    this.client = client;
    this.target = target;
    this.router = router;
    this.retirement = retirement;
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

  /** A service's Deployment; empty when it does not exist. */
  Optional<Deployment> read(RolloutService service, Colour colour) {
    return deployment(service, colour).read();
  }

  /**
   * Brings a Deployment of a colour that is about to carry traffic up to at least {@code replicas},
   * and marks it, so that whatever somebody else has decided about it before comes to nothing.
   *
   * @param seen the Deployment as it was read before the record was last written or confirmed
   * @param mark not used before for this colour
   * @param confirmed says that nobody else has begun to work on the release, or throws; asked when
   *     the Deployment has to be read anew
   * @return empty when it does not exist
   */
  Optional<WorkloadWrite.Changed> claim(
      RolloutService service,
      Colour colour,
      Optional<Deployment> seen,
      int replicas,
      String mark,
      Runnable confirmed) {
    return deployment(service, colour)
        .change(
            "bring up",
            seen,
            found -> {
              if (found != seen.orElse(null)) {
                confirmed.run();
              }
              int wanted = Math.max(replicas, WorkloadWrite.replicas(found));
              return Optional.of(WorkloadChange.claimed(wanted, mark));
            });
  }

  /**
   * Scales every Deployment of {@code colour} to zero; its Helm release stays. The only way pods
   * are removed. Record and entry are read anew before each of them.
   *
   * @param confirmed the record as long as nobody else has begun to work on the release, or throws
   * @return how many Deployments were changed; 0 when all were at zero already or do not exist
   * @throws RetirementRefusedException if {@link RetirementRule} says no
   */
  int retire(Supplier<RolloutRecord> confirmed, Colour colour) {
    int changed = 0;
    for (RolloutService service : target.services()) {
      WorkloadWrite deployment = deployment(service, colour);
      Optional<Integer> had =
          deployment
              .change(
                  "scale to zero",
                  deployment.read(),
                  found -> {
                    requireRetirable(confirmed.get(), colour);
                    return WorkloadWrite.replicas(found) == 0
                        ? Optional.empty()
                        : Optional.of(WorkloadChange.toZero());
                  })
              .map(one -> WorkloadWrite.replicas(one.before()));
      changed += had.isPresent() && had.get() > 0 ? 1 : 0;
    }
    return changed;
  }

  private void requireRetirable(RolloutRecord record, Colour colour) {
    RetirementVerdict verdict = retirement.mayRetire(record, router.read(), colour);
    if (!verdict.allowed()) {
      throw new RetirementRefusedException(colour, verdict.reason());
    }
  }

  private int wanted(String name) {
    Deployment found =
        client.apps().deployments().inNamespace(target.namespace()).withName(name).get();
    int spec = found == null ? 0 : WorkloadWrite.replicas(found);
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

  private WorkloadWrite deployment(RolloutService service, Colour colour) {
    return new WorkloadWrite(client, target.namespace(), target.objectName(service, colour));
  }

  private static <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      throw new ClusterException(what, e);
    }
  }
}
