package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.gate.ExpectedScan;
import io.jenkins.plugins.austa.engine.gate.GateResult;
import io.jenkins.plugins.austa.engine.gate.GateResultJson;
import io.jenkins.plugins.austa.engine.gate.GateTable;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifFiles;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifLimits;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code austa gate}: the pipeline's security gate over any reports. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Judges scanners' reports by the policy in austa.yaml, as the pipeline does. Knows the JSON"
          + " of Trivy, npm audit, Bandit, pip-audit and Safety, and SARIF 2.1.0 of any tool, by"
          + " their content. A report that cannot be trusted blocks.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the gate passes",
      "1:the gate fails, or is broken because a report cannot be trusted",
      "2:the command line or the policy is wrong"
    },
    footer = {
      "",
      "Try:",
      "  austa gate trivy.json",
      "  austa gate --sarif gate.sarif backend=npm-audit.json ai-service=bandit.json"
    })
public final class GateCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "The configuration whose section \"security\" is the policy; austa.yaml of the current"
              + " folder when left out, and the defaults when there is none.")
  private Path policy;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Only findings decide that are not in this result of an earlier gate.")
  private Path baseline;

  @Option(
      names = "--sarif",
      paramLabel = "OUT",
      description =
          "Writes all findings as SARIF 2.1.0, in more than one file where GitHub would not take"
              + " one.")
  private Path sarif;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Writes the result as JSON; the file is a baseline too.")
  private Path json;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "text or json.",
      defaultValue = "text")
  private OutputFormat format;

  @Parameters(
      arity = "1..*",
      paramLabel = "REPORT",
      description = "Reports, each with its service before it where there are several.")
  private List<String> reports;

  @Override
  public Integer call() throws WrongUseException, IOException {
    if (format == OutputFormat.YAML) {
      throw new WrongUseException("the gate writes text or json; choose one of them");
    }
    List<ExpectedScan> scans = new ArrayList<>();
    for (String report : reports) {
      scans.add(scan(report));
    }
    GateResult result = gate().examine(Path.of(""), scans, Map.of(), LocalDate.now(ZoneOffset.UTC));
    print(result);
    if (json != null) {
      Files.write(json, data(result));
    }
    if (sarif != null) {
      String written =
          new SarifFiles(new SarifOptions(Map.of(), true, SarifOptions.ALL), SarifLimits.GITHUB)
              .write(result, sarif)
              .describe();
      command.commandLine().getErr().println("austa: SARIF: " + written);
    }
    return result.verdict().passed() ? ExitCode.SUCCESS : ExitCode.FAILED;
  }

  private SecurityGate gate() throws WrongUseException, IOException {
    try {
      return GivenPolicy.gate(policy, baseline);
    } catch (InvalidConfigException e) {
      throw new WrongUseException(e.getMessage());
    }
  }

  /** {@code backend=report.json}; without a service everything is one. */
  private static ExpectedScan scan(String report) {
    int sign = report.indexOf('=');
    boolean named = sign > 0 && !Files.exists(Path.of(report));
    return new ExpectedScan(
        ExpectedScan.ANY,
        named ? report.substring(0, sign) : "all",
        null,
        named ? report.substring(sign + 1) : report,
        null);
  }

  private void print(GateResult result) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.print(new String(data(result), StandardCharsets.UTF_8));
    } else {
      GateTable.lines(result.verdict()).forEach(out::println);
    }
    out.flush();
  }

  private static byte[] data(GateResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GateResultJson.write(result, bytes);
    return bytes.toByteArray();
  }
}
