package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.node.ContainerView.Phase;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.RequestCounters;
import java.time.Duration;
import java.time.Instant;

/** One pod's life: starting, running, crashing, ending. Used on the control loop only. */
final class PodRun {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private final NodeContext node;
  private final ReadinessProbe probe;
  private final PodIdentity identity;
  private Pod pod;
  private PodServer server;
  private final BackOff backOff = new BackOff();
  private int restarts;
  private String lastCrash;
  private boolean terminating;
  private boolean gone;

  PodRun(NodeContext node, Pod pod) {
    this.node = node;
    this.pod = pod;
    this.probe = ReadinessProbe.of(pod);
    this.identity = PodIdentity.of(pod);
  }

  void start() {
    report(Phase.CREATING);
    node.loop().after(node.options().startDelay(), this::pull);
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

  private void pull() {
    if (gone || terminating) {
      return;
    }
    if (!node.faults().hasNoImage(identity.labels())) {
      launch();
      return;
    }
    report(Phase.PULL_FAILED);
    tell("Failed", "Failed to pull image: " + PodStatuses.pullError(identity.image()));
    node.loop().after(LOOK_AGAIN, this::backOffPulling);
  }

  private void backOffPulling() {
    if (gone || terminating) {
      return;
    }
    report(Phase.PULL_BACK_OFF);
    tell("BackOff", "Back-off pulling image \"" + identity.image() + "\"");
    node.loop().after(backOff.take(), this::pull);
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
    lastCrash = PodStatuses.now();
    report(Phase.CRASHED);
    tell("BackOff", "Back-off restarting failed container");
    node.loop().after(backOff.take(), this::restart);
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
                .withStatus(
                    PodStatuses.status(
                        pod, new ContainerView(phase, probe.ready(), restarts, lastCrash)))
                .build());
  }

  private void tell(String reason, String message) {
    node.events().warning(pod, reason, message);
  }
}
