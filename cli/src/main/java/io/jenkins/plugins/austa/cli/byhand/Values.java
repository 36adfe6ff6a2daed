package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import java.util.Map;

/** What the chart is given. */
final class Values {

  private Values() {}

  /** For a candidate. */
  static ReleaseValues of(HandEnvironment environment, Preparation candidate) {
    DeploymentPlan deployment = environment.deployment();
    return new ReleaseValues(
        environment.plan(),
        deployment,
        candidate.colour().toString(),
        candidate.revision().number(),
        candidate.revision().images(),
        candidate.replicas().isEmpty() ? deployment.replicas() : candidate.replicas());
  }

  /**
   * For a rolling deployment.
   *
   * @param number tells it from the one before
   */
  static ReleaseValues rolling(
      HandEnvironment environment, int number, Map<String, String> images) {
    return new ReleaseValues(
        environment.plan(),
        environment.deployment(),
        "",
        number,
        images,
        environment.deployment().replicas());
  }

  /** Over all that does not follow from the rollout. */
  static String digest(HandEnvironment environment) {
    return rolling(environment, 0, Map.of()).digest();
  }
}
