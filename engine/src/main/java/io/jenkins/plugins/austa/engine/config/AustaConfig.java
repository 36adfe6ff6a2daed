package io.jenkins.plugins.austa.engine.config;

import java.util.List;
import java.util.Map;

/**
 * What {@code austa.yaml} says, with every default filled in that does not depend on the
 * repository. The reference in {@code docs/configuration.md} is made from these records.
 */
public record AustaConfig(
    @Setting(
            value = "Name of the platform; part of namespaces, image names and messages.",
            derived = "the repository's folder name",
            pattern = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
        String platform,
    @Setting(
            value = "The services to test, build and deploy, by name.",
            derived = "those of `frontend/`, `backend/` and `ai-service/` that exist")
        Map<String, ServiceConfig> services,
    @Setting("How container images are built.") Build build,
    @Setting("What the security gate lets through.") SecurityConfig security,
    @Setting("Where the stages run.") AgentsConfig agents,
    @Setting(
            value =
                "Where to deploy, in this order. When the key is given, exactly the environments"
                    + " listed are deployed.",
            derived = "`staging` and `production`")
        Map<String, EnvironmentConfig> environments,
    @Setting("Who gets the coverage of the checks.") Coverage coverage,
    @Setting("Who is told.") Notifications notifications) {

  /** How container images are built. */
  public record Build(
      @Setting(
              value = "Registry and path that image names start with.",
              byDefault = "registry.example.com",
              pattern = "[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*")
          String registry,
      @Setting(
              value = "Platforms each image is built for and scanned on.",
              byDefault = "[linux/amd64, linux/arm64]")
          List<String> platforms,
      @Setting(
              "Id of the user-name-and-password credential that may push; the agent's own login"
                  + " when left out.")
          String credentialsId,
      @Setting(
              "Id of the user-name-and-password credential that image scanners pull with; it should"
                  + " be allowed nothing else. The one that may push is never given to a scanner.")
          String pullCredentialsId) {}

  /** Who gets the coverage of the checks. */
  public record Coverage(
      @Setting("Uploads every check's coverage file to Codecov.") Codecov codecov) {}

  /** Where coverage goes. The token is a credential in Jenkins, never in this file. */
  public record Codecov(
      @Setting(
              "Id of the secret-text credential with the repository's upload token; nothing is sent"
                  + " without one.")
          String credentialsId,
      @Setting(
              value = "Address of Codecov, when it is the company's own.",
              pattern = "https?://[^\\s]+")
          String url) {}

  /** Who is told. */
  public record Notifications(@Setting("One Slack thread a deployment.") Slack slack) {}

  /** Where Slack messages go. The token is a credential in Jenkins, never in this file. */
  public record Slack(
      @Setting(value = "Channel to write to; nothing is sent without one.") String channel,
      @Setting(
              value = "Id of the secret-text credential with the bot token.",
              byDefault = "slack-token")
          String credentialsId) {}
}
