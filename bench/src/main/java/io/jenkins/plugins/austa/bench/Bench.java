package io.jenkins.plugins.austa.bench;

import io.jenkins.plugins.austa.bench.controller.ControllerBench;
import io.jenkins.plugins.austa.bench.crash.CrashBench;
import io.jenkins.plugins.austa.bench.gate.GateBench;
import io.jenkins.plugins.austa.bench.rollout.RevertBench;
import io.jenkins.plugins.austa.bench.rollout.SwitchBench;
import io.jenkins.plugins.austa.bench.waiting.WaitingBench;
import io.jenkins.plugins.austa.cli.console.OperatorLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measures what the documentation claims. Each benchmark prints a table and, as its last line, one
 * JSON object with the figures.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures one thing and prints its figures, as JSON on the last line.",
    synopsisSubcommandLabel = "NAME...",
    subcommandsRepeatable = true,
    subcommands = {
      ControllerBench.class,
      CrashBench.class,
      RevertBench.class,
      SwitchBench.class,
      WaitingBench.class,
      GateBench.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, and within its limits",
      "1:measured, and beyond a limit, or it could not be measured",
      "2:the command line is wrong"
    })
public final class Bench {

  private Bench() {}

  /** Runs one benchmark and ends the process. */
  public static void main(String[] args) {
    OperatorLog.quiet();
    System.exit(
        new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::refused).execute(args));
  }

  private static int refused(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("bench: " + failure.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
