package io.jenkins.plugins.austa.sandbox;

import io.jenkins.plugins.austa.sandbox.control.NodeSize;
import io.jenkins.plugins.austa.sandbox.node.KubeletOptions;
import io.jenkins.plugins.austa.sandbox.workload.Workloads;
import java.time.Duration;
import java.util.List;

/**
 * What a cluster is like.
 *
 * @param workloads what runs in its pods
 * @param kubelet how fast pods live
 * @param propagation from a change in the API to the change in routing
 * @param staleness how long metrics tell of a pod that is gone
 * @param autoNamespaces whether namespaces come into being when first used
 * @param nodes where pods run
 */
record SandboxSettings(
    Workloads workloads,
    KubeletOptions kubelet,
    Duration propagation,
    Duration staleness,
    boolean autoNamespaces,
    List<NodeSize> nodes) {}
