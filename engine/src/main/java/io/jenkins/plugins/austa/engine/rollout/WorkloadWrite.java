package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;
import java.util.function.Function;

/** Changes one Deployment on the condition that it is still as it was when that was decided. */
final class WorkloadWrite {

  private static final int CONFLICT = 409;
  private static final int ATTEMPTS = 5;

  private final KubernetesClient client;
  private final String namespace;
  private final String name;

  WorkloadWrite(KubernetesClient client, String namespace, String name) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
  }

  /** A Deployment that does not say has one. */
  static int replicas(Deployment deployment) {
    Integer replicas = deployment.getSpec().getReplicas();
    return replicas == null ? 1 : replicas;
  }

  /**
   * A Deployment that was changed, or left as it was.
   *
   * @param before as it was when that was decided
   * @param after as it was answered; {@code before} when nothing was to be changed
   */
  record Changed(Deployment before, Deployment after) {}

  /**
   * Has it decided what to change, and does so. Its controller and its autoscaler write to it, too;
   * then it is read and decided anew.
   *
   * @param what a verb, for the message
   * @param seen the Deployment as read, empty when it did not exist
   * @param decision from the Deployment to what to change; empty for nothing
   * @return empty when it does not exist
   * @throws ClusterException if it cannot be read or written
   */
  Optional<Changed> change(
      String what,
      Optional<Deployment> seen,
      Function<Deployment, Optional<WorkloadChange>> decision) {
    Optional<Deployment> found = seen;
    for (int attempt = 1; found.isPresent(); attempt++) {
      Deployment before = found.get();
      Optional<WorkloadChange> change = decision.apply(before);
      if (change.isEmpty()) {
        return Optional.of(new Changed(before, before));
      }
      String patch = change.get().patch(before.getMetadata().getResourceVersion());
      try {
        // By the object, not by its name: then the client does not read it once more before.
        Deployment after =
            client.resource(before).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        return Optional.of(new Changed(before, after));
      } catch (KubernetesClientException e) {
        if (e.getCode() != CONFLICT || attempt == ATTEMPTS) {
          throw new ClusterException(what + " Deployment " + name, e);
        }
      }
      found = read();
    }
    return Optional.empty();
  }

  /** The Deployment; empty when it does not exist. */
  Optional<Deployment> read() {
    try {
      return Optional.ofNullable(resource().get());
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Deployment " + name, e);
    }
  }

  private RollableScalableResource<Deployment> resource() {
    return client.apps().deployments().inNamespace(namespace).withName(name);
  }
}
