package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.api.PodResources;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives each pod the emptiest node it fits on, or says why it fits on none. */
public final class Scheduler {
  private static final String POD_SCHEDULED = "PodScheduled";

  private final ClusterState state;
  private final ClusterClient client;
  private final EventRecorder events;
  private final Reconciler queue;

  public Scheduler(
      ClusterState state, ClusterClient client, EventRecorder events, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.events = events;
    this.queue = new Reconciler(loop, this::schedule);
    state.pods().onChange(this::changed);
    state.nodes().onChange(change -> enqueueWaiting());
  }

  private void changed(Informer.Change<Pod> change) {
    if (change.after() == null) {
      enqueueWaiting();
    } else {
      queue.enqueue(change.after());
    }
  }

  /** Room has changed: whoever waits may fit now. */
  private void enqueueWaiting() {
    state.pods().list().stream().filter(Scheduler::waits).forEach(queue::enqueue);
  }

  private static boolean waits(Pod pod) {
    return pod.getSpec().getNodeName() == null && !Pods.isTerminating(pod);
  }

  private void schedule(String namespace, String name) {
    state.pods().get(namespace, name).filter(Scheduler::waits).ifPresent(this::schedule);
  }

  private void schedule(Pod pod) {
    Map<String, Integer> reasons = new TreeMap<>();
    List<Node> fitting = new ArrayList<>();
    for (Node node : state.nodes().list()) {
      List<String> obstacles = obstacles(pod, node);
      obstacles.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
      if (obstacles.isEmpty()) {
        fitting.add(node);
      }
    }
    fitting.stream()
        .min(Comparator.comparing(node -> on(node).size()))
        .ifPresentOrElse(node -> bind(pod, node), () -> refuse(pod, reasons));
  }

  private void bind(Pod pod, Node node) {
    client.merge(
        Kinds.PODS, pod, "{\"spec\":{\"nodeName\":\"" + node.getMetadata().getName() + "\"}}");
  }

  private List<String> obstacles(Pod pod, Node node) {
    List<String> obstacles = new ArrayList<>();
    if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
      return List.of("node(s) were unschedulable");
    }
    Map<String, String> selector = pod.getSpec().getNodeSelector();
    Map<String, String> labels = node.getMetadata().getLabels();
    if (selector != null
        && (labels == null || !labels.entrySet().containsAll(selector.entrySet()))) {
      return List.of("node(s) didn't match Pod's node affinity/selector");
    }
    List<Pod> there = on(node);
    if (there.size() + 1 > allocatable(node, "pods").intValue()) {
      obstacles.add("Too many pods");
    }
    for (String resource : List.of("cpu", "memory")) {
      BigDecimal used =
          there.stream()
              .map(each -> PodResources.requested(each, resource))
              .reduce(PodResources.requested(pod, resource), BigDecimal::add);
      if (used.compareTo(allocatable(node, resource)) > 0) {
        obstacles.add("Insufficient " + resource);
      }
    }
    return obstacles;
  }

  private static BigDecimal allocatable(Node node, String resource) {
    return node.getStatus().getAllocatable().get(resource).getNumericalAmount();
  }

  private List<Pod> on(Node node) {
    String name = node.getMetadata().getName();
    return state.pods().list().stream()
        .filter(pod -> name.equals(pod.getSpec().getNodeName()))
        .toList();
  }

  private void refuse(Pod pod, Map<String, Integer> reasons) {
    int nodes = state.nodes().list().size();
    String why =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    String message =
        nodes == 0
            ? "no nodes available to schedule pods"
            : "0/" + nodes + " nodes are available: " + why + ".";
    if (!message.equals(refusal(pod))) {
      client.replaceStatus(
          Kinds.PODS,
          new PodBuilder(pod)
              .withNewStatus()
              .withPhase("Pending")
              .withConditions(unschedulable(message))
              .endStatus()
              .build());
      events.warning(pod, "FailedScheduling", message);
    }
  }

  private static String refusal(Pod pod) {
    return pod.getStatus() == null
        ? ""
        : pod.getStatus().getConditions().stream()
            .filter(condition -> POD_SCHEDULED.equals(condition.getType()))
            .map(PodCondition::getMessage)
            .findFirst()
            .orElse("");
  }

  private static PodCondition unschedulable(String message) {
    return new PodConditionBuilder()
        .withType(POD_SCHEDULED)
        .withStatus("False")
        .withReason("Unschedulable")
        .withMessage(message)
        .withLastTransitionTime(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .build();
  }
}
