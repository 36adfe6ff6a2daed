package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keeps one EndpointSlice and one Endpoints object a Service. A pod that ends is no longer ready
 * here from the moment its deletion is asked for. Named target ports are those of the first pod.
 */
public final class EndpointsController {
  private final ClusterState state;
  private final ClusterClient client;
  private final Reconciler queue;

  public EndpointsController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.queue = new Reconciler(loop, this::reconcile);
    state.services().onChange(change -> queue.enqueue(change.last()));
    state
        .pods()
        .onChange(
            change -> {
              // Labels may have changed: the Service it has left must hear of it too.
              Stream.of(change.before(), change.after())
                  .filter(Objects::nonNull)
                  .forEach(this::enqueueServicesOf);
            });
  }

  private void enqueueServicesOf(Pod pod) {
    state.services().list(pod.getMetadata().getNamespace()).stream()
        .filter(service -> Pods.isSelected(pod, service.getSpec().getSelector()))
        .forEach(queue::enqueue);
  }

  private void reconcile(String namespace, String name) {
    Service service = state.services().get(namespace, name).orElse(null);
    if (service == null || service.getSpec().getSelector() == null) {
      return;
    }
    List<Pod> pods =
        state.pods().list(namespace).stream()
            .filter(pod -> Pods.isSelected(pod, service.getSpec().getSelector()))
            .filter(pod -> pod.getStatus() != null && pod.getStatus().getPodIP() != null)
            .toList();
    writeSlice(service, pods);
    writeEndpoints(service, pods);
  }

  private void writeSlice(Service service, List<Pod> pods) {
    String namespace = service.getMetadata().getNamespace();
    String name = service.getMetadata().getName();
    EndpointSlice slice =
        new EndpointSliceBuilder()
            .withNewMetadata()
            .withName(name + "-sandbox")
            .withNamespace(namespace)
            .withLabels(Map.of("kubernetes.io/service-name", name))
            .withOwnerReferences(Owners.controller(service))
            .endMetadata()
            .withAddressType("IPv4")
            .withEndpoints(pods.stream().map(EndpointsController::endpoint).toList())
            .withPorts(service.getSpec().getPorts().stream().map(p -> port(p, pods)).toList())
            .build();
    client.put(Kinds.ENDPOINT_SLICES, slice, EndpointSlice.class);
  }

  private static Endpoint endpoint(Pod pod) {
    boolean serving = Pods.isReady(pod);
    boolean terminating = Pods.isTerminating(pod);
    return new EndpointBuilder()
        .withAddresses(pod.getStatus().getPodIP())
        .withNewConditions()
        .withReady(serving && !terminating)
        .withServing(serving)
        .withTerminating(terminating)
        .endConditions()
        .withTargetRef(reference(pod))
        .build();
  }

  private static EndpointPort port(ServicePort port, List<Pod> pods) {
    return new EndpointPortBuilder()
        .withName(port.getName() == null ? "" : port.getName())
        .withPort(targetPort(port, pods))
        .withProtocol("TCP")
        .build();
  }

  private static Integer targetPort(ServicePort port, List<Pod> pods) {
    Object target = port.getTargetPort() == null ? null : port.getTargetPort().getValue();
    if (target == null) {
      return port.getPort();
    }
    if (target instanceof Integer number) {
      return number;
    }
    return pods.stream()
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .flatMap(container -> container.getPorts().stream())
        .filter(declared -> target.equals(declared.getName()))
        .map(ContainerPort::getContainerPort)
        .findFirst()
        .orElse(null);
  }

  private void writeEndpoints(Service service, List<Pod> pods) {
    List<EndpointAddress> ready = addresses(pods, true);
    List<EndpointAddress> notReady = addresses(pods, false);
    EndpointsBuilder endpoints =
        new EndpointsBuilder()
            .withNewMetadata()
            .withName(service.getMetadata().getName())
            .withNamespace(service.getMetadata().getNamespace())
            .withOwnerReferences(Owners.controller(service))
            .endMetadata();
    if (!ready.isEmpty() || !notReady.isEmpty()) {
      var subset = endpoints.addNewSubset().withAddresses(ready).withNotReadyAddresses(notReady);
      service
          .getSpec()
          .getPorts()
          .forEach(
              p ->
                  subset
                      .addNewPort()
                      .withName(p.getName())
                      .withPort(targetPort(p, pods))
                      .endPort());
      subset.endSubset();
    }
    client.put(Kinds.ENDPOINTS, endpoints.build(), Endpoints.class);
  }

  private static List<EndpointAddress> addresses(List<Pod> pods, boolean ready) {
    return pods.stream()
        .filter(pod -> !Pods.isTerminating(pod) && Pods.isReady(pod) == ready)
        .map(
            pod ->
                new EndpointAddressBuilder()
                    .withIp(pod.getStatus().getPodIP())
                    .withTargetRef(reference(pod))
                    .build())
        .toList();
  }

  private static ObjectReference reference(Pod pod) {
    return new ObjectReferenceBuilder()
        .withKind("Pod")
        .withNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName())
        .withUid(pod.getMetadata().getUid())
        .build();
  }
}
