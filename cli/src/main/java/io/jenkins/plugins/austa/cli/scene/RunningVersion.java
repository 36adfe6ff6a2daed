package io.jenkins.plugins.austa.cli.scene;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.cli.toolbox.HelmInstall;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.deploy.ReleaseTarget;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.rollout.OnInconclusive;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings the version to production that users are on when a run starts: the first rollout, by the
 * same engine.
 */
final class RunningVersion {
  private static final long LONGEST_SECONDS = 60;

  private final Scene scene;
  private final PipelinePlan plan;
  private final String version;

  RunningVersion(Scene scene, PipelinePlan plan, String version) {
    this.scene = scene;
    this.plan = plan;
    this.version = version;
  }

  void rollOut(DeploymentPlan deployment, Path folder) throws IOException, InterruptedException {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (KubernetesClient client = scene.cluster().client();
        Rollout rollout = rollout(deployment, client, scheduler)) {
      PublicWay.make(client, plan, deployment);
      Preparation blue = rollout.prepare(request()).get(LONGEST_SECONDS, TimeUnit.SECONDS);
      install(client, deployment, blue, folder);
      require(rollout.check().get(LONGEST_SECONDS, TimeUnit.SECONDS));
      require(rollout.switchTraffic().get(LONGEST_SECONDS, TimeUnit.SECONDS));
      require(rollout.retire().get(LONGEST_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "the version that is to run before the demo could not be brought up", e);
    } finally {
      scheduler.shutdownNow();
    }
  }

  /** What serves now, as the record on the cluster says. */
  RolloutReport serving(DeploymentPlan deployment) throws IOException, InterruptedException {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (KubernetesClient client = scene.cluster().client();
        Rollout rollout = rollout(deployment, client, scheduler)) {
      RolloutOutcome now = rollout.status().get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return new RolloutReport(
          deployment.environment(),
          now.activeColour().map(Object::toString).orElse(null),
          "not begun",
          now.activeRevisionNumber().orElse(0),
          null,
          null,
          null,
          List.of());
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "the cluster does not say what serves in " + deployment.environment(), e);
    } finally {
      scheduler.shutdownNow();
    }
  }

  private void install(
      KubernetesClient client, DeploymentPlan deployment, Preparation blue, Path folder)
      throws IOException, InterruptedException {
    ReleaseValues values =
        new ReleaseValues(
            plan,
            deployment,
            blue.colour().toString(),
            blue.revision().number(),
            blue.revision().images(),
            deployment.replicas());
    PackedChart.get().write(new hudson.FilePath(folder.resolve("chart").toFile()));
    Path file = folder.resolve("values.json");
    java.nio.file.Files.writeString(file, values.json());
    HelmInstall.run(
        client, values.helmRelease(), folder.resolve("chart"), deployment.namespace(), file);
  }

  private Rollout rollout(
      DeploymentPlan deployment, KubernetesClient client, ScheduledExecutorService scheduler) {
    RolloutTarget target = ReleaseTarget.of(plan, deployment, scene.cluster().publicEntry());
    // Nobody uses the platform yet, so there is no error rate to wait for.
    RolloutSettings settings =
        RolloutSettings.builder()
            .pollInterval(Duration.ofMillis(50))
            .verifyInterval(Duration.ofMillis(50))
            .verifyWindow(Duration.ofMillis(100))
            .onInconclusive(OnInconclusive.HOLD)
            .drain(Duration.ZERO)
            .build();
    return new Rollout(
        target,
        settings,
        client,
        ReleaseRouter.of(deployment, client, target),
        query -> java.util.concurrent.CompletableFuture.completedFuture(MetricValue.value(0)),
        scheduler,
        Clock.systemUTC(),
        "before the run",
        line -> {});
  }

  /** The images do not exist; the sandbox runs its own server in their place. */
  private RevisionRequest request() {
    Map<String, String> images = new TreeMap<>();
    plan.services()
        .forEach(
            service ->
                images.put(
                    service.name(),
                    service.repository() + "@sha256:" + Sha256.of(service.name() + version)));
    return new RevisionRequest(version, images, "austa", "set-up", "runs before the run starts");
  }

  private static void require(RolloutOutcome outcome) throws IOException {
    if (!outcome.succeeded()) {
      throw new IOException(
          "the version that is to run before the run starts is not well: " + outcome.message());
    }
  }
}
