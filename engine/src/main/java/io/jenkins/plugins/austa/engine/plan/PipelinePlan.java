package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import java.util.List;

/**
 * What a run is going to do, decided before anything is done. Plain data: it is kept with the run,
 * so that every later step works from the same decisions.
 *
 * @param platform the platform's name
 * @param version what images and releases are called
 * @param branch the branch built; may be empty
 * @param commit the commit built; may be empty
 * @param services the services, in the order of the configuration
 * @param scans scans of the sources
 * @param platforms image platforms
 * @param security what the gate lets through
 * @param deployments environments in the order of deployment
 * @param registry how the registry is reached
 * @param coverage where coverage goes; null when nowhere
 * @param codeScanning where the gate's findings are shown; null when nowhere
 * @param slackChannel where messages go; null when nobody is told
 * @param slackCredentialsId id of the bot token's credential
 * @param agents where the stages run
 */
public record PipelinePlan(
    String platform,
    String version,
    String branch,
    String commit,
    List<ServicePlan> services,
    List<ScanPlan> scans,
    List<String> platforms,
    SecurityConfig security,
    List<DeploymentPlan> deployments,
    RegistryAccess registry,
    CoverageUpload coverage,
    CodeScanningPlan codeScanning,
    String slackChannel,
    String slackCredentialsId,
    AgentsPlan agents) {

  /** A plan of an older version says nothing about agents. */
  public PipelinePlan {
    agents = agents == null ? AgentsPlan.nodes() : agents;
  }

  /** The same plan with its stages elsewhere. */
  public PipelinePlan on(AgentsPlan others) {
    return new PipelinePlan(
        platform,
        version,
        branch,
        commit,
        services,
        scans,
        platforms,
        security,
        deployments,
        registry,
        coverage,
        codeScanning,
        slackChannel,
        slackCredentialsId,
        others);
  }

  /** The deployment to an environment. */
  public DeploymentPlan deployment(String environment) {
    return deployments.stream()
        .filter(deployment -> deployment.environment().equals(environment))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(noSuch(environment)));
  }

  private String noSuch(String environment) {
    List<String> known = deployments.stream().map(DeploymentPlan::environment).toList();
    return "environment \"" + environment + "\" is not in the plan; it has " + known;
  }
}
