package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jenkins.plugins.austa.engine.health.ManualTime;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.ProbeAnswer;
import io.jenkins.plugins.austa.engine.rollout.route.RouterFixture;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A release on a mock API server in manual time: installs like Helm, runs pods like a kubelet,
 * answers like the services.
 */
public final class TestRelease implements AutoCloseable {

  public static final String NAMESPACE = "austa-cockpit-production";
  public static final RolloutTarget TARGET =
      new RolloutTarget(
          "production",
          NAMESPACE,
          "austa-production",
          "austa-cockpit",
          List.of(
              new RolloutService("frontend", 80, "/", "/healthz"),
              new RolloutService("backend", 80, "/api", "/healthz")),
          URI.create("http://cockpit.example"),
          null);

  final MockApiServer api = new MockApiServer();
  final ManualTime time = new ManualTime();
  final List<String> log = new ArrayList<>();
  final Router router;
  private final RouterFixture kind;
  private final Map<Colour, Integer> revisions = new EnumMap<>(Colour.class);
  private final Map<String, Integer> healthStatus = new HashMap<>();
  RolloutSettings settings = settings().build();
  boolean podsComeUp = true;
  Function<String, MetricValue> metrics = query -> MetricValue.value(0);
  Function<Colour, ProbeAnswer> publicAnswer =
      colour -> ProbeAnswer.of(200, Optional.of(String.valueOf(revisions.get(colour))));

  TestRelease() {
    this(RouterFixture.INGRESS);
  }

  TestRelease(RouterFixture kind) {
    this.kind = kind;
    this.router = kind.router(api.client(), TARGET);
    kind.prepare(api.client());
  }

  static RolloutSettings.Builder settings() {
    return RolloutSettings.builder()
        .availableTimeout(Duration.ofSeconds(60))
        .verifyWindow(Duration.ofSeconds(5))
        .verifyInterval(Duration.ofSeconds(1))
        .drain(Duration.ofSeconds(10))
        .leaseDuration(Duration.ofMinutes(2));
  }

  static RevisionRequest request(String version) {
    String digest = "@sha256:" + Integer.toHexString(version.hashCode());
    return new RevisionRequest(
        version,
        Map.of("frontend", "registry/frontend" + digest, "backend", "registry/backend" + digest),
        "cockpit-1.0.0",
        "ann",
        "release " + version);
  }

  Rollout rollout(String holder) {
    return new Rollout(
        new RolloutParts(
            TARGET,
            settings,
            api.client(),
            router,
            query -> CompletableFuture.completedFuture(metrics.apply(query)),
            this::askPublicRoute,
            this::askApiServer,
            time,
            time.calls(),
            time.clock(),
            holder,
            log::add));
  }

  /** One whole rollout that goes well. */
  Preparation deploy(String holder, String version) {
    Rollout rollout = rollout(holder);
    Preparation preparation = done(rollout.prepare(request(version)));
    install(preparation);
    done(rollout.check());
    done(rollout.switchTraffic());
    done(rollout.retire());
    return preparation;
  }

  /** A rollout that goes well until the candidate is installed. */
  Rollout prepared(String holder, String version) {
    Rollout rollout = rollout(holder);
    install(done(rollout.prepare(request(version))));
    return rollout;
  }

  /** A rollout that goes well until the candidate is verified under traffic. */
  Rollout switched(String holder, String version) {
    Rollout rollout = prepared(holder, version);
    done(rollout.check());
    done(rollout.switchTraffic());
    return rollout;
  }

  <T> T done(CompletableFuture<T> future) {
    return time.drive(future).join();
  }

  <X extends Throwable> X failure(Class<X> type, CompletableFuture<?> future) {
    try {
      Object value = time.drive(future).join();
      throw new AssertionError("Expected " + type.getSimpleName() + ", got " + value);
    } catch (CompletionException e) {
      return type.cast(e.getCause());
    }
  }

  void install(Preparation preparation) {
    revisions.put(preparation.colour(), preparation.revision().number());
    for (RolloutService service : TARGET.services()) {
      int replicas = preparation.replicas().getOrDefault(service.name(), 2);
      Deployment wanted =
          deployment(
              TARGET.objectName(service, preparation.colour()),
              replicas,
              preparation.revision().number());
      if (read(service.name(), preparation.colour()).isPresent()) {
        api.client().resource(wanted).update();
      } else {
        api.client().resource(wanted).create();
        api.client().resource(pod(wanted, preparation.colour())).create();
      }
    }
    runPods();
  }

  void scale(String service, Colour colour, int replicas) {
    edit(
        service,
        colour,
        deployment ->
            new DeploymentBuilder(deployment).editSpec().withReplicas(replicas).endSpec().build());
  }

  int replicas(String service, Colour colour) {
    return read(service, colour).orElseThrow().getSpec().getReplicas();
  }

  Optional<Deployment> read(String service, Colour colour) {
    return Optional.ofNullable(
        api.client()
            .apps()
            .deployments()
            .inNamespace(NAMESPACE)
            .withName("austa-production-" + service + "-" + colour)
            .get());
  }

  void edit(String service, Colour colour, UnaryOperator<Deployment> change) {
    api.client().resource(change.apply(read(service, colour).orElseThrow())).update();
  }

  Ingress ingress() {
    return api.client()
        .network()
        .v1()
        .ingresses()
        .inNamespace(NAMESPACE)
        .withName("austa-production")
        .get();
  }

  /** Points one path of the entry somewhere else, as a person with kubectl would. */
  void editEntry(String path, String backend) {
    Ingress ingress = ingress();
    ingress.getSpec().getRules().get(0).getHttp().getPaths().stream()
        .filter(one -> one.getPath().equals(path))
        .forEach(one -> one.getBackend().getService().setName(backend));
    api.client().resource(ingress).update();
  }

  Colour trafficIsOn() {
    return router.read().colour().orElseThrow();
  }

  List<String> entryWrites() {
    return api.writes(kind.plural());
  }

  void healthAnswers(String service, int status) {
    healthStatus.put(service, status);
  }

  RolloutRecord record() {
    return new RecordStore(api.client(), TARGET).load(time.clock().instant()).record();
  }

  /** What a kubelet does: as many pods run as the spec says, if they come up at all. */
  void runPods() {
    for (RolloutService service : TARGET.services()) {
      for (Colour colour : Colour.values()) {
        if (read(service.name(), colour).isPresent()) {
          edit(service.name(), colour, this::withStatus);
        }
      }
    }
  }

  private Deployment withStatus(Deployment deployment) {
    int running = podsComeUp ? deployment.getSpec().getReplicas() : 0;
    return new DeploymentBuilder(deployment)
        .withNewStatus()
        .withObservedGeneration(deployment.getMetadata().getGeneration())
        .withReplicas(deployment.getSpec().getReplicas())
        .withUpdatedReplicas(deployment.getSpec().getReplicas())
        .withAvailableReplicas(running)
        .endStatus()
        .build();
  }

  /** One for all of a Deployment: nobody counts them here. */
  private static Pod pod(Deployment deployment, Colour colour) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(deployment.getMetadata().getName() + "-1")
        .addToLabels(OwnLabels.INSTANCE, TARGET.helmRelease(colour))
        .endMetadata()
        .build();
  }

  private static Deployment deployment(String name, int replicas, int revision) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("austa.io/revision", String.valueOf(revision))
        .withNamespace(NAMESPACE)
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewSelector()
        .addToMatchLabels("app", name)
        .endSelector()
        .endSpec()
        .build();
  }

  private CompletableFuture<ProbeAnswer> askPublicRoute(URI address) {
    return CompletableFuture.completedFuture(
        router
            .read()
            .colour()
            .map(publicAnswer)
            .orElseGet(() -> ProbeAnswer.of(503, Optional.empty())));
  }

  private CompletableFuture<ProbeAnswer> askApiServer(URI address) {
    runPods();
    int status =
        healthStatus.entrySet().stream()
            .filter(entry -> address.getPath().contains("-" + entry.getKey() + "-"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(200);
    return CompletableFuture.completedFuture(ProbeAnswer.of(status, Optional.empty()));
  }

  @Override
  public void close() {
    api.close();
  }
}
