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
import java.util.Map;
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

  /** Makes go wrong what a fault says; does nothing for those that lie in the sources. */
  void fault(Fault fault) {
    for (DeploymentPlan deployment : plan.deployments()) {
      Map<String, String> candidate =
          Map.of("austa.io/release", deployment.release(), "austa.io/colour", "green");
      if (deployment.isBlueGreen() && fault == Fault.NEVER_READY) {
        scene.cluster().faults().neverReady(candidate);
      }
      if (deployment.isBlueGreen() && fault == Fault.ERROR_SPIKE) {
        scene.cluster().faults().errorsOnPublicTraffic(candidate, 10);
      }
    }
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
