package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.cli.scene.SourcePlan;
import io.jenkins.plugins.austa.cli.scene.Sources;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.deploy.ReleaseTarget;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One environment of a repository's {@code austa.yaml}, with what on Jenkins an administrator says.
 *
 * @param publicUrl address users reach it at; null when it is not known
 * @param prometheus where Prometheus is; null when there is none
 */
public record HandEnvironment(
    PipelinePlan plan, DeploymentPlan deployment, URI publicUrl, URI prometheus) {
  /** Nobody is asked there: what only looks needs no address. */
  private static final URI NOWHERE = URI.create("http://address.invalid");

  /**
   * Plans from a repository.
   *
   * @param folder the repository
   * @param version what images are called; null when nothing is deployed
   * @throws UnfitInputException when there is no repository or its configuration cannot be used
   */
  public static PipelinePlan plan(Path folder, String version)
      throws UnfitInputException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new UnfitInputException(folder + " is not a folder; name the repository with -C");
    }
    try {
      return SourcePlan.of(new Sources(folder.toAbsolutePath().normalize(), "", version, "", ""));
    } catch (InvalidConfigException e) {
      throw new UnfitInputException(e.getMessage());
    }
  }

  /**
   * Picks one environment.
   *
   * @param publicUrl as given; null to take the environment's host
   * @throws UnfitInputException when there is no such environment
   */
  public static HandEnvironment of(
      PipelinePlan plan, String environment, URI publicUrl, URI prometheus)
      throws UnfitInputException {
    List<String> known = plan.deployments().stream().map(DeploymentPlan::environment).toList();
    if (!known.contains(environment)) {
      throw new UnfitInputException(
          "there is no environment \"" + environment + "\" in austa.yaml; it has " + known);
    }
    DeploymentPlan deployment = plan.deployment(environment);
    URI url =
        publicUrl == null && deployment.host() != null
            ? URI.create("https://" + deployment.host())
            : publicUrl;
    return new HandEnvironment(plan, deployment, url, prometheus);
  }

  /** As the rollout engine sees it, for looking. */
  RolloutTarget target() {
    return ReleaseTarget.of(plan, deployment, publicUrl == null ? NOWHERE : publicUrl);
  }

  /**
   * Makes sure that a switch can be verified.
   *
   * @throws UnfitInputException when the public address is not known
   */
  void requirePublicUrl() throws UnfitInputException {
    if (deployment.isBlueGreen() && publicUrl == null) {
      throw new UnfitInputException(
          "the public address of "
              + deployment.environment()
              + " is not known, so a switch could not be verified; give it with --public-url, or"
              + " set environments."
              + deployment.environment()
              + ".host in austa.yaml");
    }
  }

  /** Whether somebody has to agree before anything is done there. */
  public boolean asks() {
    return deployment.approval() || deployment.environment().equals("production");
  }
}
