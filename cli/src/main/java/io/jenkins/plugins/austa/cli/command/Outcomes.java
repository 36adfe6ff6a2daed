package io.jenkins.plugins.austa.cli.command;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.plugin.run.ConfigurationRefusedException;

/** From how a run went to what the process ends with. */
final class Outcomes {

  private Outcomes() {}

  static int exitCode(HostResult result) {
    boolean misconfigured =
        result.failure().filter(ConfigurationRefusedException.class::isInstance).isPresent();
    if (misconfigured) {
      return ExitCode.WRONG_USE;
    }
    return result.result().isBetterOrEqualTo(Result.SUCCESS) ? ExitCode.SUCCESS : ExitCode.FAILED;
  }
}
