package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Whether a cluster can be worked with, asked before anything is installed there. */
public final class ClusterAccess {
  private ClusterAccess() {}

  /**
   * Asks for what every deployment has to ask for. A namespace that does not exist yet is no
   * trouble.
   *
   * @throws ClusterException when the API server cannot be reached, does not accept the credential
   *     or denies the verb {@code list} on deployments
   */
  public static void require(KubernetesClient client, String namespace) {
    try {
      client
          .apps()
          .deployments()
          .inNamespace(namespace)
          .list(new ListOptionsBuilder().withLimit(1L).build());
    } catch (KubernetesClientException e) {
      throw new ClusterException("list deployments in " + namespace, e);
    }
  }
}
