package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that every command has that delivers something. */
final class DeliveryOptions {
  private static final String APPROVER = "approver";

  @Option(
      names = "--approve",
      paramLabel = "ENV=yes|no|ask",
      description =
          "How an environment's approval is answered, in the name of the user \"approver\".")
  private Map<String, String> approve = new TreeMap<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where results go; ${DEFAULT-VALUE} when left out.",
      defaultValue = "target/austa")
  private Path output;

  /** Where results go. */
  Path output() {
    return output;
  }

  /**
   * How approvals are answered.
   *
   * @param unlessSaid answers for environments that the options leave out
   */
  ApprovalPolicy approvals(Map<String, String> unlessSaid) throws WrongUseException {
    Map<String, String> answers = new TreeMap<>(unlessSaid);
    answers.putAll(approve);
    return Approvals.read(answers, APPROVER);
  }
}
