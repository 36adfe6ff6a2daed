package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.node.PodStatuses.Phase;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.RequestCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One pod's life: starting, running, crashing, ending. Used on the control loop only. */
final class PodRun {
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final Duration LAST_BACK_OFF = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private final NodeContext node;
  private final ReadinessProbe probe;
  private final PodIdentity identity;
  private Pod pod;
  private PodServer server;
  private Duration backOff = FIRST_BACK_OFF;
  private int restarts;
  private boolean terminating;
  private boolean gone;

  PodRun(NodeContext node, Pod pod) {
    this.node = node;
    this.pod = pod;
    this.probe = ReadinessProbe.of(pod);
    this.identity = identity(pod);
  }

  void start() {
    report(Phase.CREATING);
    node.loop().after(node.options().startDelay(), this::launch);
  }

  /** Takes the newest state of the pod in. */
  void update(Pod latest) {
    pod = latest;
    if (latest.getMetadata().getDeletionTimestamp() != null && !terminating) {
      terminate();
    }
  }

  /** The pod is no longer in the API: whatever still runs stops now. */
  void remove() {
    gone = true;
    stopServer();
  }

  private void launch() {
    if (gone || terminating) {
      return;
    }
    RequestCounters counters = new RequestCounters();
    PodServer next =
        new PodServer(
            node.vertx(),
            identity,
            probe.path(),
            node.workloads().of(identity).start(identity, counters),
            counters,
            node.faults());
    next.listen().onSuccess(listening -> node.loop().execute(() -> launched(next)));
  }

  private void launched(PodServer next) {
    if (gone || terminating) {
      next.close();
      return;
    }
    server = next;
    node.network().join(identity.namespace(), identity.pod(), next);
    node.client()
        .merge(
            Kinds.PODS,
            pod,
            "{\"metadata\":{\"annotations\":{\"sandbox.austa.io/port\":\""
                + next.address().socket().port()
                + "\"}}}");
    if (probe.path().isEmpty()) {
      probe.take(!node.faults().isNeverReady(identity.labels()));
    }
    report(Phase.RUNNING);
    tick();
  }

  private void tick() {
    PodServer probed = server;
    // A pod that ends is out of its Services already; a probe would only meet a closing server.
    if (gone || terminating || probed == null) {
      return;
    }
    if (node.faults().isCrashLooping(identity.labels())) {
      crash();
    } else if (probe.path().isEmpty()) {
      took(!node.faults().isNeverReady(identity.labels()));
    } else {
      probe
          .ask(node.probes(), probed.address().socket().port())
          .onComplete(asked -> node.loop().execute(() -> took(probed == server && asked.result())));
    }
  }

  private void took(boolean success) {
    if (gone || server == null) {
      return;
    }
    if (probe.take(success)) {
      report(Phase.RUNNING);
    }
    Duration period =
        probe.ready() ? node.options().readyProbePeriod() : node.options().probePeriod();
    node.loop().after(period, this::tick);
  }

  private void crash() {
    stopServer();
    probe.reset();
    report(Phase.CRASHED);
    node.loop().after(backOff, this::restart);
    backOff =
        backOff.multipliedBy(2).compareTo(LAST_BACK_OFF) > 0
            ? LAST_BACK_OFF
            : backOff.multipliedBy(2);
  }

  private void restart() {
    restarts++;
    launch();
  }

  private void terminate() {
    terminating = true;
    if (server == null) {
      node.client().finishDeletion(pod);
      return;
    }
    server.drain();
    Long seconds = pod.getSpec().getTerminationGracePeriodSeconds();
    Instant deadline = Instant.now().plusSeconds(seconds == null ? 30 : seconds);
    node.loop().after(node.options().drain(), () -> endWhenQuiet(deadline));
  }

  private void endWhenQuiet(Instant deadline) {
    if (gone) {
      return;
    }
    if (server != null && !isDone() && Instant.now().isBefore(deadline)) {
      node.loop().after(LOOK_AGAIN, () -> endWhenQuiet(deadline));
      return;
    }
    stopServer();
    node.client().finishDeletion(pod);
  }

  /** WebSockets are the last to go: who holds one hears of the end when requests have ceased. */
  private boolean isDone() {
    return server.isQuiet(node.options().quiet()) && server.goAway();
  }

  private void stopServer() {
    if (server != null) {
      node.network().leave(identity.namespace(), identity.pod());
      server.close();
      server = null;
    }
  }

  private void report(Phase phase) {
    node.client()
        .replaceStatus(
            Kinds.PODS,
            new PodBuilder(pod)
                .withStatus(PodStatuses.status(pod, phase, probe.ready(), restarts))
                .build());
  }

  private static PodIdentity identity(Pod pod) {
    List<Container> containers = pod.getSpec().getContainers();
    Map<String, String> labels = pod.getMetadata().getLabels();
    return new PodIdentity(
        pod.getMetadata().getNamespace(),
        pod.getMetadata().getName(),
        containers.isEmpty() ? "" : containers.get(0).getImage(),
        labels == null ? Map.of() : Map.copyOf(labels),
        containers.stream()
            .limit(1)
            .flatMap(container -> container.getEnv().stream())
            .filter(variable -> variable.getValue() != null)
            .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue, (a, b) -> b)));
  }
}
