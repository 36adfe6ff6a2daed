package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * All that is around a run of the sample platform, for a run that happens elsewhere: on a real
 * controller. The version before is in production, and what the fault asks for goes wrong.
 */
public final class DemoScene implements AutoCloseable {
  private final Scene scene;
  private final PipelinePlan plan;
  private final Opening opening;
  private SceneFault fault;

  private DemoScene(Scene scene, PipelinePlan plan) {
    this.scene = scene;
    this.plan = plan;
    this.opening = new Opening(scene, plan);
  }

  /**
   * Sets the scene for one run.
   *
   * @param demo what is going to be delivered
   * @param home folder for the state of all of it
   */
  public static DemoScene set(DemoSources demo, Path home)
      throws IOException, SQLException, InterruptedException, InvalidConfigException {
    PipelinePlan plan = SourcePlan.of(demo.sources());
    Scene scene =
        Scene.set(
            home,
            plan.deployments().stream().map(DeploymentPlan::environment).toList(),
            DemoTools.choose(demo.recordings()).answered());
    DemoScene set = new DemoScene(scene, plan);
    set.opening.schema(demo.sources().folder());
    set.opening.version(home);
    // Who aborts the run is not of the scene.
    set.fault = set.opening.fault(demo.fault(), () -> {});
    return set;
  }

  /** Cluster, databases, credentials, settings, tools. */
  public Scene scene() {
    return scene;
  }

  /** What the run is going to plan, but for the version, which comes from its own checkout. */
  public PipelinePlan plan() {
    return plan;
  }

  /** Lets users in, on every route; for the caller to stop. */
  public Traffic traffic() {
    return Opening.traffic(scene, Optional.of(plan));
  }

  /** What serves in production, as the record on the cluster says. */
  public Optional<RolloutReport> serving() throws IOException, InterruptedException {
    return opening.serving();
  }

  @Override
  public void close() throws IOException {
    if (fault != null) {
      fault.close();
    }
    scene.close();
  }
}
