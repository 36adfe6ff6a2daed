package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How things stand when a run starts: the version before is in production, users are on it, and the
 * fault of a demo lies in wait.
 */
final class Opening {
  private static final String PREVIOUS_VERSION = "1.2.0";
  private static final int REQUESTS_PER_SECOND = 100;

  private final Scene scene;
  private final PipelinePlan plan;

  Opening(Scene scene, PipelinePlan plan) {
    this.scene = scene;
    this.plan = plan;
  }

  /** The version that is in production when a run starts. */
  static String version() {
    return PREVIOUS_VERSION;
  }

  /** The databases' schema as the version before left it. */
  void schema(Path sources) throws IOException, SQLException {
    for (DeploymentPlan deployment : plan.deployments()) {
      RunningSchema.apply(plan, sources, scene.databaseUrl(deployment.environment()));
    }
  }

  /** Rolls the version before out wherever a rollout is blue-green. */
  void version(Path home) throws IOException, InterruptedException {
    for (DeploymentPlan deployment : plan.deployments()) {
      if (deployment.isBlueGreen()) {
        Path folder = Files.createDirectories(home.resolve("before-" + deployment.environment()));
        running().rollOut(deployment, folder);
      }
    }
  }

  /**
   * Has a fault lie in wait until this is closed.
   *
   * @param fault null for none
   * @param abort aborts the run
   */
  SceneFault fault(Fault fault, Runnable abort) {
    return SceneFault.lay(scene, plan, fault, abort);
  }

  /** Users on every route; on the root where no plan tells of routes. For the caller to stop. */
  static Traffic traffic(Scene scene, Optional<PipelinePlan> plan) {
    List<String> paths =
        plan.map(known -> known.services().stream().map(ServicePlan::route).toList())
            .orElse(List.of("/"));
    return Traffic.start(scene.cluster().publicEntry(), paths, REQUESTS_PER_SECOND);
  }

  /** What serves now where a rollout is blue-green, as the record on the cluster says. */
  Optional<RolloutReport> serving() throws IOException, InterruptedException {
    for (DeploymentPlan deployment : plan.deployments()) {
      if (deployment.isBlueGreen()) {
        return Optional.of(running().serving(deployment));
      }
    }
    return Optional.empty();
  }

  private RunningVersion running() {
    return new RunningVersion(scene, plan, PREVIOUS_VERSION);
  }
}
