package io.jenkins.plugins.austa.sandbox;

import io.jenkins.plugins.austa.sandbox.control.NodeSize;
import io.jenkins.plugins.austa.sandbox.node.KubeletOptions;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.Workload;
import io.jenkins.plugins.austa.sandbox.workload.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says what a cluster is to be like; every setting has a default. */
public final class SandboxBuilder {
  private final Function<SandboxParts, SandboxCluster> finish;
  private final Workloads workloads = new Workloads();
  private KubeletOptions kubelet = KubeletOptions.defaults();
  private Duration propagation = Duration.ofMillis(50);
  private Duration staleness = Duration.ofMinutes(5);
  private boolean autoNamespaces = true;
  private List<NodeSize> nodes = List.of(NodeSize.large("node-a"), NodeSize.large("node-b"));

  SandboxBuilder(Function<SandboxParts, SandboxCluster> finish) {
    this.finish = finish;
  }

  /** What runs in pods whose condition holds; the first added wins. */
  public SandboxBuilder workload(Predicate<PodIdentity> condition, Workload.Factory factory) {
    workloads.add(condition, factory);
    return this;
  }

  /** What runs in pods whose first container has an image that starts so. */
  public SandboxBuilder workloadForImage(String prefix, Workload.Factory factory) {
    return workload(pod -> pod.image().startsWith(prefix), factory);
  }

  /** What runs in pods that have all these labels. */
  public SandboxBuilder workloadForLabels(Map<String, String> labels, Workload.Factory factory) {
    return workload(pod -> pod.labels().entrySet().containsAll(labels.entrySet()), factory);
  }

  /** How fast pods live. */
  public SandboxBuilder kubelet(KubeletOptions options) {
    kubelet = options;
    return this;
  }

  /** From a change in the API to the change in routing; 50 ms by default. */
  public SandboxBuilder propagationDelay(Duration delay) {
    propagation = delay;
    return this;
  }

  /** How long metrics tell of a pod that is gone; 5 minutes by default, as in Prometheus. */
  public SandboxBuilder metricsStaleness(Duration time) {
    staleness = time;
    return this;
  }

  /** Whether namespaces come into being when first used; true by default. */
  public SandboxBuilder autoNamespaces(boolean auto) {
    autoNamespaces = auto;
    return this;
  }

  /** Where pods run; two nodes on which anything fits by default. */
  public SandboxBuilder nodes(NodeSize... sizes) {
    nodes = List.of(sizes);
    return this;
  }

  /** Starts the cluster and waits until it answers. */
  public SandboxCluster start() {
    return finish.apply(
        new SandboxParts(
            new SandboxSettings(
                workloads, kubelet, propagation, staleness, autoNamespaces, nodes)));
  }
}
