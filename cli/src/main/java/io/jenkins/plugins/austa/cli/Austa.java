package io.jenkins.plugins.austa.cli;

import io.jenkins.plugins.austa.cli.command.DemoCommand;
import io.jenkins.plugins.austa.cli.command.DeployCommand;
import io.jenkins.plugins.austa.cli.command.FailureMessages;
import io.jenkins.plugins.austa.cli.command.GateCommand;
import io.jenkins.plugins.austa.cli.command.RollbackCommand;
import io.jenkins.plugins.austa.cli.command.RunCommand;
import io.jenkins.plugins.austa.cli.command.StatusCommand;
import io.jenkins.plugins.austa.cli.command.Versions;
import io.jenkins.plugins.austa.cli.console.OperatorLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: the same pipeline as on Jenkins, on one machine. */
@Command(
    name = "austa",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description =
        "Delivers a platform by its Jenkinsfile without Jenkins, and works on its environments by"
            + " hand.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      StatusCommand.class,
      DeployCommand.class,
      RollbackCommand.class,
      GateCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, refused, taken back or aborted",
      "2:the command line or the configuration is wrong"
    },
    footer = {
      "",
      "Try:",
      "  austa demo",
      "  austa demo --fault error-spike",
      "  austa run .",
      "  austa status -e production",
      "  austa deploy -e production -t v1.2.3 --dry-run"
    })
public final class Austa {

  private Austa() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    OperatorLog.quiet();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Austa())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureMessages());
  }
}
