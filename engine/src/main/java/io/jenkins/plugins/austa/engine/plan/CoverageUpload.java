package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.AustaConfig.Codecov;
import java.util.List;
import java.util.Objects;

/**
 * Sends coverage to Codecov with its own command line, {@code codecovcli upload-process}; the token
 * is expected in {@code CODECOV_TOKEN}.
 *
 * @param credentialsId id of the credential with the token
 * @param command the shell command, to run in the workspace's root; uploads each service's files
 *     under a flag of its name
 */
public record CoverageUpload(String credentialsId, String command) {

  /** The upload of a plan's coverage files; null when there is nothing to send or nowhere to. */
  static CoverageUpload of(Codecov codecov, List<ServicePlan> services, RunFacts run) {
    if (codecov.credentialsId() == null) {
      return null;
    }
    List<String> commands =
        services.stream()
            .map(service -> command(codecov, service, run))
            .filter(Objects::nonNull)
            .toList();
    return commands.isEmpty()
        ? null
        : new CoverageUpload(codecov.credentialsId(), String.join(" && ", commands));
  }

  private static String command(Codecov codecov, ServicePlan service, RunFacts run) {
    StringBuilder files = new StringBuilder();
    service.checks().stream()
        .map(CheckPlan::coverage)
        .filter(Objects::nonNull)
        .forEach(file -> files.append(" --file ").append(ShellWord.quote(file)));
    if (files.isEmpty()) {
      return null;
    }
    // Without --disable-search it would also send whatever else looks like coverage.
    return "codecovcli"
        + option(" --url ", codecov.url())
        + " upload-process --fail-on-error --disable-search --flag "
        + ShellWord.quote(service.name())
        + option(" --commit-sha ", run.commit())
        + option(" --branch ", run.branch())
        + files;
  }

  private static String option(String name, String value) {
    return value == null || value.isBlank() ? "" : name + ShellWord.quote(value);
  }
}
