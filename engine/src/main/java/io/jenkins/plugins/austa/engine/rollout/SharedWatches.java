package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.DeploymentWatches;
import java.time.Clock;

/** The few informers that all rollouts of the JVM share. */
final class SharedWatches {

  private static final int MOST = 4;
  private static final DeploymentWatches SHARED = new DeploymentWatches(MOST, Clock.systemUTC());

  private SharedWatches() {}

  static RolloutParts.DeploymentChanges of(KubernetesClient client, String namespace) {
    return names -> SHARED.of(client, namespace, names);
  }
}
