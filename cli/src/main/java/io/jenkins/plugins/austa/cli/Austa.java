package io.jenkins.plugins.austa.cli;

import io.jenkins.plugins.austa.cli.command.DemoCommand;
import io.jenkins.plugins.austa.cli.command.FailureMessages;
import io.jenkins.plugins.austa.cli.command.RunCommand;
import io.jenkins.plugins.austa.cli.command.Versions;
import io.jenkins.plugins.austa.cli.console.OperatorLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: the same pipeline as on Jenkins, on one machine. */
@Command(
    name = "austa",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = "Delivers a platform by its Jenkinsfile, without Jenkins.",
    subcommands = {DemoCommand.class, RunCommand.class, CommandLine.HelpCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the pipeline succeeded",
      "1:the pipeline failed or was aborted",
      "2:the command line or the configuration is wrong"
    },
    footer = {"", "Try:", "  austa demo", "  austa demo --fault error-spike", "  austa run ."})
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
