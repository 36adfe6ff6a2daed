package io.jenkins.plugins.austa.sandbox.route;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.jenkins.plugins.austa.sandbox.api.ProxyTargets;
import io.jenkins.plugins.austa.sandbox.control.ClusterState;
import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import io.jenkins.plugins.austa.sandbox.node.PodNetwork;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The pods behind Services, as the EndpointSlices say at this moment. */
public final class ServiceEndpoints implements ProxyTargets {
  private final ClusterState state;
  private final PodNetwork network;
  private final AtomicInteger turn = new AtomicInteger();

  public ServiceEndpoints(ClusterState state, PodNetwork network) {
    this.state = state;
    this.network = network;
  }

  @Override
  public Optional<SocketAddress> service(String namespace, String name, String port) {
    List<PodAddress> ready = ready(namespace, name, port);
    return ready.isEmpty()
        ? Optional.empty()
        : Optional.of(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size())).socket());
  }

  @Override
  public Optional<SocketAddress> pod(String namespace, String name) {
    return network.address(namespace, name).map(PodAddress::socket);
  }

  /**
   * The addresses of the ready pods; empty when the Service has none, or no such port.
   *
   * @param port name or number of the Service's port, empty for its only one
   */
  List<PodAddress> ready(String namespace, String name, String port) {
    Optional<Service> service = state.services().get(namespace, name);
    if (service.isEmpty() || !hasPort(service.get(), port)) {
      return List.of();
    }
    return state.endpointSlices().list(namespace).stream()
        .filter(
            slice -> name.equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
        .flatMap(slice -> slice.getEndpoints().stream())
        .filter(endpoint -> endpoint.getConditions().getReady())
        .map(Endpoint::getTargetRef)
        .map(this::address)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<PodAddress> address(ObjectReference pod) {
    return network.address(pod.getNamespace(), pod.getName());
  }

  private static boolean hasPort(Service service, String port) {
    List<ServicePort> ports = service.getSpec().getPorts();
    return port.isEmpty()
        ? ports.size() == 1
        : ports.stream()
            .anyMatch(p -> port.equals(p.getName()) || port.equals(String.valueOf(p.getPort())));
  }
}
