package io.jenkins.plugins.austa.sandbox.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    Map<String, String> env) {

  /** Who a pod's workload runs as. */
  public static PodIdentity of(Pod pod) {
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
