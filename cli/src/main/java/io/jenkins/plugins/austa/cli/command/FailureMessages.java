package io.jenkins.plugins.austa.cli.command;

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
    boolean expected = failure instanceof IOException || failure instanceof WrongUseException;
    command.getErr().println("austa: " + failure.getMessage());
    if (!expected || System.getenv("AUSTA_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof WrongUseException ? ExitCode.WRONG_USE : ExitCode.FAILED;
  }
}
