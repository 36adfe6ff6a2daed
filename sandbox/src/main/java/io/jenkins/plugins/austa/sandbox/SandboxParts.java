package io.jenkins.plugins.austa.sandbox;

import io.jenkins.plugins.austa.sandbox.access.ClusterAccess;
import io.jenkins.plugins.austa.sandbox.api.ApiFront;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.EventLog;
import io.jenkins.plugins.austa.sandbox.api.ObjectStore;
import io.jenkins.plugins.austa.sandbox.api.ResourceApi;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import io.jenkins.plugins.austa.sandbox.control.AutoscalerController;
import io.jenkins.plugins.austa.sandbox.control.ClusterState;
import io.jenkins.plugins.austa.sandbox.control.ControlLoop;
import io.jenkins.plugins.austa.sandbox.control.DeploymentController;
import io.jenkins.plugins.austa.sandbox.control.DisruptionController;
import io.jenkins.plugins.austa.sandbox.control.EndpointsController;
import io.jenkins.plugins.austa.sandbox.control.EventRecorder;
import io.jenkins.plugins.austa.sandbox.control.GarbageCollector;
import io.jenkins.plugins.austa.sandbox.control.GatewayController;
import io.jenkins.plugins.austa.sandbox.control.QuotaController;
import io.jenkins.plugins.austa.sandbox.control.ReplicaSetController;
import io.jenkins.plugins.austa.sandbox.control.Scheduler;
import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import io.jenkins.plugins.austa.sandbox.fault.PodFaults;
import io.jenkins.plugins.austa.sandbox.metrics.MetricsServer;
import io.jenkins.plugins.austa.sandbox.node.Kubelet;
import io.jenkins.plugins.austa.sandbox.node.PodNetwork;
import io.jenkins.plugins.austa.sandbox.route.IngressProxy;
import io.jenkins.plugins.austa.sandbox.route.ServiceEndpoints;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Puts the parts of a cluster together and takes them apart again. */
final class SandboxParts {
  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx = Vertx.vertx(options());
  private final ClusterAccess access = ClusterAccess.create();
  private final ControlLoop loop = new ControlLoop();
  private final ApiFaults apiFaults = new ApiFaults();
  private final PodFaults podFaults = new PodFaults();
  private final ObjectStore store = new ObjectStore();
  private final ApiFront front;
  private final IngressProxy proxy;
  private final AutoscalerController autoscaler;
  private final int apiPort;
  private final int entryPort;
  private final int metricsPort;
  private final Faults faults;

  SandboxParts(SandboxSettings settings) {
    ResourceApi api = new ResourceApi(store, settings.autoNamespaces());
    ClusterState state = ClusterState.of(api.store(), loop);
    ClusterClient client = new ClusterClient(api);
    PodNetwork network = new PodNetwork();
    ServiceEndpoints endpoints = new ServiceEndpoints(state, network);
    EventRecorder events = new EventRecorder(client);
    new GarbageCollector(api, loop);
    new DeploymentController(state, client, loop);
    new ReplicaSetController(state, client, events, loop);
    new EndpointsController(state, client, loop);
    new GatewayController(state, client, loop);
    new QuotaController(state, client, loop);
    new DisruptionController(state, client, loop);
    new Scheduler(state, client, events, loop);
    autoscaler = new AutoscalerController(state, client, loop);
    new Kubelet(
            vertx,
            loop,
            client,
            events,
            network,
            settings.workloads(),
            podFaults,
            settings.kubelet())
        .follow(state.pods());
    settings.nodes().forEach(node -> node.join(client));
    front = new ApiFront(vertx, api, endpoints, apiFaults, access);
    proxy = new IngressProxy(vertx, loop, state, endpoints, settings.propagation());
    faults = new Faults(apiFaults, podFaults, front);
    MetricsServer metrics = new MetricsServer(vertx, loop, network, faults, settings.staleness());
    apiPort = await(front.listen());
    entryPort = await(proxy.listen());
    metricsPort = await(metrics.listen());
  }

  EventLog.Subscription follow(Consumer<StoreEvent> follower) {
    return store.events().follow(store.version(), follower);
  }

  int apiPort() {
    return apiPort;
  }

  ClusterAccess access() {
    return access;
  }

  int entryPort() {
    return entryPort;
  }

  int metricsPort() {
    return metricsPort;
  }

  Faults faults() {
    return faults;
  }

  void load(String namespace, String name, int percentOfOnePod) {
    autoscaler.load(loop, namespace, name, percentOfOnePod);
  }

  void close() {
    // Doors first: who is still knocking must not find a house half taken down.
    await(proxy.close());
    await(front.close());
    loop.close();
    await(vertx.close());
  }

  /** Two event loops are enough for a machine of two cores; the worker pools are hardly used. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(2)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while the sandbox cluster started or stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The sandbox cluster did not start or stop within " + PATIENCE_SECONDS + " s", e);
    }
  }
}
