package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What went wrong in one line; the stack trace only for what nobody expected, or with AUSTA_DEBUG
 * set.
 */
public final class FailureMessages implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
    if (failure instanceof InterruptedException) {
      command.getErr().println("austa: interrupted");
      return ExitCode.INTERRUPTED;
    }
    boolean wrongUse =
        failure instanceof WrongUseException || failure instanceof UnfitInputException;
    boolean expected =
        wrongUse || failure instanceof IOException || failure instanceof RolloutException;
    command.getErr().println("austa: " + failure.getMessage());
    if (!expected || System.getenv("AUSTA_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return wrongUse ? ExitCode.WRONG_USE : ExitCode.FAILED;
  }
}
