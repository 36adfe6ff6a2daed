package io.jenkins.plugins.austa.sandbox.workload;

import java.util.Map;

/**
 * Who a workload runs as.
 *
 * @param namespace namespace of the pod
 * @param pod name of the pod
 * @param image image of the first container, empty when it has none
 * @param labels labels of the pod
 * @param env environment of the first container
 */
public record PodIdentity(
    String namespace,
    String pod,
    String image,
    Map<String, String> labels,
    Map<String, String> env) {}
