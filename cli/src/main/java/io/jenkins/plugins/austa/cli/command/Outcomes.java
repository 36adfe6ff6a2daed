package io.jenkins.plugins.austa.cli.command;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.Failures;

/** From how a run went to what the process ends with. */
final class Outcomes {

  private Outcomes() {}

  static int exitCode(HostResult result) {
    boolean misconfigured =
        Failures.of(result.run(), result.failure())
            .filter(failure -> failure.kind() == FailureKind.CONFIGURATION)
            .isPresent();
    if (misconfigured) {
      return ExitCode.WRONG_USE;
    }
    return result.result().isBetterOrEqualTo(Result.SUCCESS) ? ExitCode.SUCCESS : ExitCode.FAILED;
  }
}
