package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out the status of Deployments and remembers when each last made progress. */
final class DeploymentStatuses {
  private final Map<String, Progress> progress = new HashMap<>();

  private record Progress(String state, Instant since) {}

  /**
   * The status that the ReplicaSets amount to.
   *
   * @param current the set of the present template
   * @param all every set, the current one too
   */
  DeploymentStatus status(Deployment deployment, ReplicaSet current, List<ReplicaSet> all) {
    int wanted = deployment.getSpec().getReplicas();
    int available = sum(all, ReplicaSetStatus::getAvailableReplicas);
    int total = sum(all, ReplicaSetStatus::getReplicas);
    int updated = sum(List.of(current), ReplicaSetStatus::getReplicas);
    boolean complete = updated == wanted && total == wanted && available == wanted;
    String state = current.getMetadata().getName() + "/" + updated + "/" + total + "/" + available;
    noteProgress(deployment, state);
    int allowedDown = RollingUpdate.of(deployment).unavailable();
    return new DeploymentStatusBuilder()
        .withObservedGeneration(deployment.getMetadata().getGeneration())
        .withReplicas(total)
        .withUpdatedReplicas(updated)
        .withReadyReplicas(sum(all, ReplicaSetStatus::getReadyReplicas))
        .withAvailableReplicas(available)
        .withUnavailableReplicas(Math.max(0, wanted - available))
        .withConditions(
            Stream.concat(
                    Stream.of(
                        available(deployment, available >= wanted - allowedDown),
                        progressing(deployment, current, complete)),
                    failure(deployment, current).stream())
                .toList())
        .build();
  }

  /** How long until the deadline passes without progress; empty when it has passed. */
  Optional<Duration> untilDeadline(Deployment deployment) {
    Progress last = progress.get(deployment.getMetadata().getUid());
    Integer seconds = deployment.getSpec().getProgressDeadlineSeconds();
    if (last == null || seconds == null) {
      return Optional.empty();
    }
    Duration left = Duration.between(Instant.now(), last.since().plusSeconds(seconds));
    return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
  }

  void forget(Deployment deployment) {
    progress.remove(deployment.getMetadata().getUid());
  }

  private void noteProgress(Deployment deployment, String state) {
    String uid = deployment.getMetadata().getUid();
    Progress last = progress.get(uid);
    if (last == null || !last.state().equals(state)) {
      progress.put(uid, new Progress(state, Instant.now()));
    }
  }

  private static DeploymentCondition available(Deployment deployment, boolean enough) {
    return condition(
        deployment,
        "Available",
        enough,
        enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
        enough
            ? "Deployment has minimum availability."
            : "Deployment does not have minimum availability.");
  }

  private DeploymentCondition progressing(
      Deployment deployment, ReplicaSet current, boolean complete) {
    String set = "ReplicaSet \"" + current.getMetadata().getName() + "\" ";
    if (complete) {
      return condition(
          deployment,
          "Progressing",
          true,
          "NewReplicaSetAvailable",
          set + "has successfully progressed.");
    }
    // A rollout that was complete once is not failed by pods that go missing later.
    boolean late = untilDeadline(deployment).isEmpty() && !wasComplete(deployment, current);
    return late
        ? condition(
            deployment,
            "Progressing",
            false,
            "ProgressDeadlineExceeded",
            set + "has timed out progressing.")
        : condition(deployment, "Progressing", true, "ReplicaSetUpdated", set + "is progressing.");
  }

  /** That pods are refused, as the ReplicaSet says it. */
  private static Optional<DeploymentCondition> failure(Deployment deployment, ReplicaSet current) {
    return Optional.ofNullable(current.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition -> condition.getType().equals("ReplicaFailure"))
        .findFirst()
        .map(
            why ->
                condition(deployment, "ReplicaFailure", true, why.getReason(), why.getMessage()));
  }

  private static boolean wasComplete(Deployment deployment, ReplicaSet current) {
    return existing(deployment, "Progressing")
        .filter(c -> "NewReplicaSetAvailable".equals(c.getReason()))
        .filter(c -> c.getMessage().contains("\"" + current.getMetadata().getName() + "\""))
        .isPresent();
  }

  private static DeploymentCondition condition(
      Deployment deployment, String type, boolean holds, String reason, String message) {
    String status = holds ? "True" : "False";
    Optional<DeploymentCondition> before = existing(deployment, type);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    boolean same = before.filter(c -> reason.equals(c.getReason())).isPresent();
    boolean flipped = before.filter(c -> status.equals(c.getStatus())).isEmpty();
    return new DeploymentConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastUpdateTime(same ? before.get().getLastUpdateTime() : now)
        .withLastTransitionTime(flipped ? now : before.get().getLastTransitionTime())
        .build();
  }

  private static Optional<DeploymentCondition> existing(Deployment deployment, String type) {
    return Optional.ofNullable(deployment.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition -> condition.getType().equals(type))
        .findFirst();
  }

  private static int sum(List<ReplicaSet> sets, Function<ReplicaSetStatus, Integer> field) {
    return sets.stream()
        .map(set -> set.getStatus() == null ? null : field.apply(set.getStatus()))
        .mapToInt(count -> count == null ? 0 : count)
        .sum();
  }
}
