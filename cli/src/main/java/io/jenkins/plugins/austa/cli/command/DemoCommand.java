package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.scene.Delivery;
import io.jenkins.plugins.austa.cli.scene.DemoSources;
import io.jenkins.plugins.austa.cli.scene.Fault;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Option(
      names = "--fault",
      converter = FaultName.class,
      paramLabel = "FAULT",
      description = "What goes wrong: ${COMPLETION-CANDIDATES}.")
  private Fault fault;

  @Option(
      names = "--router",
      converter = RouterName.class,
      paramLabel = "ROUTER",
      description =
          "What moves users to the new version: ingress, gateway or service. Left out: what the sample"
              + " says, ingress.")
  private RouterKind router;

  @Mixin private DeliveryOptions options;

  @Override
  public Integer call() throws Exception {
    DemoSources sources = DemoSources.prepare(Home.sample(), fault, router, options.output());
    return Outcomes.exitCode(
        Delivery.of(sources.sources(), options.output())
            .approvals(options.approvals(Map.of("production", "yes")))
            .demo(sources)
            .run());
  }
}
