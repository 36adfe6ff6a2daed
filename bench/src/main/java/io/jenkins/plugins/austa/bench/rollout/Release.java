package io.jenkins.plugins.austa.bench.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** The platform that benchmarks roll out: three services behind one Ingress. */
public final class Release {

  /** What users ask for, in turn: one path of each service. */
  public static final List<String> PATHS = List.of("/", "/api/patients", "/ai/triage");

  /** Where users hold WebSockets open. */
  public static final String LIVE = "/api/live";

  public static final String NAMESPACE = "austa-cockpit-production";
  public static final String NAME = "austa-production";

  private static final int PORT = 80;
  private static final String HEALTH = "/healthz";
  private static final List<RolloutService> SERVICES =
      List.of(
          new RolloutService("frontend", PORT, "/", HEALTH),
          new RolloutService("backend", PORT, "/api", HEALTH),
          new RolloutService("ai-service", PORT, "/ai", HEALTH));

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final IngressRouter router;

  /**
   * @param client of the cluster it is on; stays open
   * @param entry where the cluster's users come in
   */
  public Release(KubernetesClient client, URI entry) {
    this.client = client;
    this.target =
        new RolloutTarget("production", NAMESPACE, NAME, "austa-cockpit", SERVICES, entry, null);
    this.router = new IngressRouter(client, target);
  }

  /** A rollout as Jenkins has one, by the build {@code holder}. */
  public Rollout rollout(
      RolloutSettings settings,
      MetricsSource metrics,
      ScheduledExecutorService scheduler,
      String holder,
      Consumer<String> log) {
    return new Rollout(
        target, settings, client, router, metrics, scheduler, Clock.systemUTC(), holder, log);
  }

  /** What somebody wants to roll out; differs from every other version in all its images. */
  public static RevisionRequest request(String version) {
    Map<String, String> images = new HashMap<>();
    for (RolloutService service : SERVICES) {
      String digest = "@sha256:" + Integer.toHexString(version.hashCode());
      images.put(service.name(), "registry.austa.example/cockpit/" + service.name() + digest);
    }
    return new RevisionRequest(version, images, "cockpit-1.0.0", "ann", "release " + version);
  }

  /** What {@code helm upgrade --install} does; again when it was done before. */
  public void install(Preparation preparation) {
    new ColourChart(client, target).install(preparation);
  }

  public RolloutTarget target() {
    return target;
  }
}
