package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.control.ControlLoop;
import io.jenkins.plugins.austa.sandbox.control.EventRecorder;
import io.jenkins.plugins.austa.sandbox.control.Informer;
import io.jenkins.plugins.austa.sandbox.control.Pods;
import io.jenkins.plugins.austa.sandbox.fault.PodFaults;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.jenkins.plugins.austa.sandbox.workload.Workloads;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.util.HashMap;
import java.util.Map;

/** The kubelet of every node: runs each pod as an HTTP server of its own on loopback. */
public final class Kubelet {
  private final NodeContext node;
  private final Map<String, PodRun> runs = new HashMap<>();

  public Kubelet(
      Vertx vertx,
      ControlLoop loop,
      ClusterClient client,
      EventRecorder events,
      PodNetwork network,
      Workloads workloads,
      PodFaults faults,
      KubeletOptions options) {
    HttpClientOptions probes = new HttpClientOptions().setKeepAlive(false);
    this.node =
        new NodeContext(
            vertx,
            loop,
            client,
            events,
            network,
            workloads,
            faults,
            options,
            Loopback.client(vertx, probes));
  }

  /** Runs the pods an informer tells of. */
  public void follow(Informer<Pod> pods) {
    pods.onChange(this::changed);
  }

  private void changed(Informer.Change<Pod> change) {
    String uid = change.last().getMetadata().getUid();
    if (change.after() == null) {
      PodRun run = runs.remove(uid);
      if (run != null) {
        run.remove();
      }
      return;
    }
    if (change.after().getSpec().getNodeName() == null) {
      letGo(change.after());
      return;
    }
    PodRun known = runs.get(uid);
    if (known != null) {
      known.update(change.after());
      return;
    }
    PodRun run = new PodRun(node, change.after());
    runs.put(uid, run);
    run.start();
  }

  /** A pod that was deleted before it had a node has nothing to end. */
  private void letGo(Pod unscheduled) {
    if (Pods.isTerminating(unscheduled)) {
      node.client().finishDeletion(unscheduled);
    }
  }
}
