package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the status of a release. Takes no lease and writes nothing; calls block. */
public final class StatusReader {

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final Router router;
  private final Clock clock;

  /**
   * @param client not closed here
   * @param router reads the traffic of {@code target}
   */
  public StatusReader(KubernetesClient client, RolloutTarget target, Router router, Clock clock) {
    this.client = client;
    this.target = target;
    this.router = router;
    this.clock = clock;
  }

  /**
   * Asks the cluster.
   *
   * @throws ClusterException if it does not answer or denies it
   * @throws RecordUnreadableException if there is a record that makes no sense
   */
  public RolloutStatus read() {
    Instant now = clock.instant();
    RolloutRecord record = new RecordStore(client, target).load(now).record();
    EntryState entry = router.read();
    Optional<LeaseFacts> lease = lease();
    return new RolloutStatus(
        target.environment(),
        target.namespace(),
        target.release(),
        record,
        entry.carries(),
        entry.trouble(),
        lease.map(LeaseFacts::holder).orElse(""),
        lease.map(LeaseFacts::until).orElse(null),
        Stream.of(Colour.values()).map(this::colour).toList(),
        PhaseMeaning.of(record, entry, lease, now));
  }

  /** Empty when nobody holds it. */
  private Optional<LeaseFacts> lease() {
    Lease found =
        call(
            "read the rollout lease " + target.namespace() + "/" + target.stateName(),
            () ->
                client.leases().inNamespace(target.namespace()).withName(target.stateName()).get());
    return Optional.ofNullable(found)
        .map(LeaseObject::facts)
        .filter(facts -> !facts.holder().isEmpty());
  }

  private ColourStatus colour(Colour colour) {
    Map<String, ColourStatus.Workload> services = new TreeMap<>();
    for (RolloutService service : target.services()) {
      String name = target.objectName(service, colour);
      Deployment found =
          call(
              "read Deployment " + name,
              () ->
                  client.apps().deployments().inNamespace(target.namespace()).withName(name).get());
      if (found != null) {
        services.put(service.name(), workload(found));
      }
    }
    return new ColourStatus(colour, services);
  }

  private static ColourStatus.Workload workload(Deployment deployment) {
    Integer available =
        Optional.ofNullable(deployment.getStatus())
            .map(DeploymentStatus::getAvailableReplicas)
            .orElse(0);
    return new ColourStatus.Workload(
        KeptRelease.revisionOf(deployment), WorkloadWrite.replicas(deployment), available);
  }

  private static <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      throw new ClusterException(what, e);
    }
  }
}
