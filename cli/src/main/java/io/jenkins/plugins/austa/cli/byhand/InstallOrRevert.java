package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.io.IOException;
import java.util.function.Consumer;

/** Has Helm install the candidate; what it could not install is no rollout any more. */
record InstallOrRevert(Rollout rollout, RevertOnExit exit, Consumer<String> log) {

  /**
   * @throws IOException when Helm did not succeed; the rollout is taken back then
   */
  void install(Installation installation, HandCluster cluster, DeploymentPlan deployment)
      throws IOException, InterruptedException {
    log.accept("Installing " + installation.release() + " in " + deployment.namespace());
    try (RevertOnExit.Busy installing = exit.busy()) {
      installation.install(cluster, deployment, false);
      if (exit.isRunning()) {
        throw new IOException("It was interrupted.");
      }
    } catch (IOException e) {
      if (exit.isRunning()) {
        throw e;
      }
      RolloutOutcome back = HandRollout.await(rollout.revert("install", e.getMessage()));
      throw new IOException(e.getMessage() + "\n" + back.message(), e);
    }
  }
}
