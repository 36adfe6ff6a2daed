package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes out what the kubelet knows of a pod. */
final class PodStatuses {

  /** Where a pod's containers are. */
  enum Phase {
    CREATING,
    RUNNING,
    CRASHED
  }

  private PodStatuses() {}

  /**
   * @param ready whether the readiness probe holds
   * @param restarts how often the containers have been started again
   */
  static PodStatus status(Pod pod, Phase phase, boolean ready, int restarts) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    PodStatusBuilder status =
        new PodStatusBuilder()
            .withPhase(phase == Phase.CREATING ? "Pending" : "Running")
            .withStartTime(started(pod, now))
            .withHostIP("127.0.0.1")
            .withConditions(
                condition(pod, "PodScheduled", true, now),
                condition(pod, "Initialized", true, now),
                condition(pod, "ContainersReady", ready, now),
                condition(pod, "Ready", ready, now))
            .withContainerStatuses(
                pod.getSpec().getContainers().stream()
                    .map(container -> container(container, phase, ready, restarts, now))
                    .toList());
    if (phase != Phase.CREATING) {
      status.withPodIP("127.0.0.1").addNewPodIP("127.0.0.1");
    }
    return status.build();
  }

  private static String started(Pod pod, String now) {
    boolean known = pod.getStatus() != null && pod.getStatus().getStartTime() != null;
    return known ? pod.getStatus().getStartTime() : now;
  }

  private static ContainerStatus container(
      Container container, Phase phase, boolean ready, int restarts, String now) {
    ContainerStatusBuilder status =
        new ContainerStatusBuilder()
            .withName(container.getName())
            .withImage(container.getImage())
            .withImageID(container.getImage())
            .withReady(ready)
            .withStarted(phase == Phase.RUNNING)
            .withRestartCount(restarts)
            .withState(state(phase, now));
    if (phase == Phase.CRASHED) {
      status.withLastState(
          new ContainerStateBuilder()
              .withNewTerminated()
              .withExitCode(1)
              .withReason("Error")
              .withFinishedAt(now)
              .endTerminated()
              .build());
    }
    return status.build();
  }

  private static ContainerState state(Phase phase, String now) {
    return switch (phase) {
      case RUNNING ->
          new ContainerStateBuilder().withNewRunning().withStartedAt(now).endRunning().build();
      case CREATING -> waiting("ContainerCreating", null);
      default -> waiting("CrashLoopBackOff", "back-off restarting failed container");
    };
  }

  private static ContainerState waiting(String reason, String message) {
    return new ContainerStateBuilder()
        .withNewWaiting()
        .withReason(reason)
        .withMessage(message)
        .endWaiting()
        .build();
  }

  private static PodCondition condition(Pod pod, String type, boolean holds, String now) {
    String status = holds ? "True" : "False";
    String since =
        pod.getStatus() == null
            ? now
            : pod.getStatus().getConditions().stream()
                .filter(c -> c.getType().equals(type) && c.getStatus().equals(status))
                .map(PodCondition::getLastTransitionTime)
                .findFirst()
                .orElse(now);
    return new PodConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withLastTransitionTime(since)
        .build();
  }
}
