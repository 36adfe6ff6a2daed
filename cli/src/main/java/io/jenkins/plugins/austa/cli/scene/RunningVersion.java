package io.jenkins.plugins.austa.cli.scene;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.cli.toolbox.HelmInstall;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the version to production that users are on when a run starts: the first rollout, by the
 * same engine.
 */
final class RunningVersion {
  private static final String WHAT = "bringing up the version that is to run before the run";

  private final Scene scene;
  private final PipelinePlan plan;
  private final String version;

  RunningVersion(Scene scene, PipelinePlan plan, String version) {
    this.scene = scene;
    this.plan = plan;
    this.version = version;
  }

  void rollOut(DeploymentPlan deployment, Path folder) throws IOException, InterruptedException {
    try (OtherRollout before = open(deployment)) {
      Rollout rollout = before.rollout();
      PublicWay.make(before.client(), plan, deployment);
      Preparation blue = OtherRollout.await(rollout.prepare(request()), WHAT);
      install(before.client(), deployment, blue, folder);
      require(OtherRollout.await(rollout.check(), WHAT));
      require(OtherRollout.await(rollout.switchTraffic(), WHAT));
      require(OtherRollout.await(rollout.retire(), WHAT));
    }
  }

  /** What serves now, as the record on the cluster says. */
  RolloutReport serving(DeploymentPlan deployment) throws IOException, InterruptedException {
    try (OtherRollout before = open(deployment)) {
      RolloutOutcome now =
          OtherRollout.await(
              before.rollout().status(), "asking what serves in " + deployment.environment());
      return new RolloutReport(
          deployment.environment(),
          now.activeColour().map(Object::toString).orElse(null),
          "not begun",
          now.activeRevisionNumber().orElse(0),
          null,
          null,
          null,
          List.of());
    }
  }

  private OtherRollout open(DeploymentPlan deployment) {
    return new OtherRollout(scene, plan, deployment, "before the run");
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
