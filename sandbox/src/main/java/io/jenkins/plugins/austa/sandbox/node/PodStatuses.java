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
import io.jenkins.plugins.austa.sandbox.node.ContainerView.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Writes out what the kubelet knows of a pod. */
final class PodStatuses {
  private PodStatuses() {}

  /** The time as statuses have it. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static PodStatus status(Pod pod, ContainerView view) {
    String now = now();
    PodStatusBuilder status =
        new PodStatusBuilder()
            .withPhase(view.isPending() ? "Pending" : "Running")
            .withStartTime(started(pod, now))
            .withHostIP("127.0.0.1")
            .withConditions(
                condition(pod, "PodScheduled", true, now),
                condition(pod, "Initialized", true, now),
                condition(pod, "ContainersReady", view.ready(), now),
                condition(pod, "Ready", view.ready(), now))
            .withContainerStatuses(
                pod.getSpec().getContainers().stream()
                    .map(container -> container(pod, container, view, now))
                    .toList());
    if (!view.isPending()) {
      status.withPodIP("127.0.0.1").addNewPodIP("127.0.0.1");
    }
    return status.build();
  }

  private static String started(Pod pod, String now) {
    boolean known = pod.getStatus() != null && pod.getStatus().getStartTime() != null;
    return known ? pod.getStatus().getStartTime() : now;
  }

  private static ContainerStatus container(
      Pod pod, Container container, ContainerView view, String now) {
    ContainerStatusBuilder status =
        new ContainerStatusBuilder()
            .withName(container.getName())
            .withImage(container.getImage())
            .withImageID(view.isPending() ? "" : container.getImage())
            .withReady(view.ready())
            .withStarted(view.phase() == Phase.RUNNING)
            .withRestartCount(view.restarts())
            .withState(state(pod, container, view.phase(), now));
    if (view.lastCrash() != null) {
      status.withLastState(
          new ContainerStateBuilder()
              .withNewTerminated()
              .withExitCode(1)
              .withReason("Error")
              .withFinishedAt(view.lastCrash())
              .endTerminated()
              .build());
    }
    return status.build();
  }

  private static ContainerState state(Pod pod, Container container, Phase phase, String now) {
    return switch (phase) {
      case RUNNING ->
          new ContainerStateBuilder().withNewRunning().withStartedAt(now).endRunning().build();
      case CREATING -> waiting("ContainerCreating", null);
      case PULL_FAILED -> waiting("ErrImagePull", pullError(container.getImage()));
      case PULL_BACK_OFF ->
          waiting(
              "ImagePullBackOff",
              "Back-off pulling image \""
                  + container.getImage()
                  + "\": ErrImagePull: "
                  + pullError(container.getImage()));
      case CRASHED ->
          waiting(
              "CrashLoopBackOff",
              "back-off 10s restarting failed container="
                  + container.getName()
                  + " pod="
                  + pod.getMetadata().getName()
                  + "_"
                  + pod.getMetadata().getNamespace()
                  + "("
                  + pod.getMetadata().getUid()
                  + ")");
    };
  }

  /** What containerd says of an image that the registry does not have. */
  static String pullError(String image) {
    return "failed to pull and unpack image \""
        + image
        + "\": failed to resolve reference \""
        + image
        + "\": "
        + image
        + ": not found";
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
    PodConditionBuilder condition =
        new PodConditionBuilder().withType(type).withStatus(status).withLastTransitionTime(since);
    if (!holds) {
      condition
          .withReason("ContainersNotReady")
          .withMessage("containers with unready status: [" + names(pod) + "]");
    }
    return condition.build();
  }

  private static String names(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .map(Container::getName)
        .collect(Collectors.joining(" "));
  }
}
