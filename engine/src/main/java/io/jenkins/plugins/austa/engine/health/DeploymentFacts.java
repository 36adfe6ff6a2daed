package io.jenkins.plugins.austa.engine.health;

import java.util.List;
import java.util.Optional;

/**
 * What is known about one Deployment at one moment.
 *
 * @param exists false when the API server does not know it; then the rest means nothing
 * @param deadlineExceeded message of the Progressing condition when it says
 *     ProgressDeadlineExceeded
 * @param restarts sum over all containers of its pods
 * @param podTroubles why pods are not running, as {@code pod: reason}; for the message only
 */
public record DeploymentFacts(
    String name,
    boolean exists,
    long generation,
    long observedGeneration,
    int specReplicas,
    int replicas,
    int updatedReplicas,
    int availableReplicas,
    Optional<String> deadlineExceeded,
    int restarts,
    List<String> podTroubles) {

  static DeploymentFacts missing(String name) {
    return new DeploymentFacts(name, false, 0, 0, 0, 0, 0, 0, Optional.empty(), 0, List.of());
  }
}
