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
   * Reads the Deployment, has it decided what to change, and does so. Its controller and its
   * autoscaler write to it, too; then it is read and decided anew.
   *
   * @param what a verb, for the message
   * @param decision from the Deployment to what to change; empty for nothing
   * @return how many pods it was to have before; empty when it does not exist
   * @throws ClusterException if it cannot be read or written
   */
  Optional<Integer> change(String what, Function<Deployment, Optional<WorkloadChange>> decision) {
    for (int attempt = 1; ; attempt++) {
      Optional<Deployment> found = read();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<WorkloadChange> change = decision.apply(found.get());
      if (change.isEmpty()) {
        return found.map(WorkloadWrite::replicas);
      }
      try {
        resource()
            .patch(
                PatchContext.of(PatchType.JSON_MERGE),
                change.get().patch(found.get().getMetadata().getResourceVersion()));
        return found.map(WorkloadWrite::replicas);
      } catch (KubernetesClientException e) {
        if (e.getCode() != CONFLICT || attempt == ATTEMPTS) {
          throw new ClusterException(what + " Deployment " + name, e);
        }
      }
    }
  }

  private Optional<Deployment> read() {
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
