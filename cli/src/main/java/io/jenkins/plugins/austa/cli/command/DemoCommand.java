package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.scene.Delivery;
import io.jenkins.plugins.austa.cli.scene.DemoSources;
import io.jenkins.plugins.austa.cli.scene.Fault;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code austa demo}: the sample platform's whole way to production, on this machine. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the sample platform to production and back, on this machine: its Jenkinsfile, the shared library"
          + " and the plugin's steps run against a cluster in this process and a real PostgreSQL, while users'"
          + " requests go on.",
      "Writes run.json and report.html into target/austa."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:production serves the new version", "1:it does not", "2:wrong use"})
public final class DemoCommand implements Callable<Integer> {
  private static final String APPROVER = "approver";

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description = "What goes wrong: ${COMPLETION-CANDIDATES}.")
  private Fault fault;

  @Option(
      names = "--approve",
      paramLabel = "ENV=yes|no|ask",
      description = "How the approval is answered; yes when left out.")
  private Map<String, String> approve = new TreeMap<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where results go; ${DEFAULT-VALUE} when left out.",
      defaultValue = "target/austa")
  private Path output;

  @Override
  public Integer call() throws Exception {
    Map<String, String> decisions = new TreeMap<>(Map.of("production", "yes"));
    decisions.putAll(approve);
    DemoSources sources = DemoSources.prepare(Home.sample(), fault, output);
    return Outcomes.exitCode(
        Delivery.of(sources.sources(), output)
            .approvals(Approvals.read(decisions, APPROVER))
            .demo(sources)
            .run());
  }
}
