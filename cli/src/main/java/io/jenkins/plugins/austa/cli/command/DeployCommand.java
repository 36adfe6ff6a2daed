package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.HandCluster;
import io.jenkins.plugins.austa.cli.byhand.HandDeploy;
import io.jenkins.plugins.austa.cli.byhand.HandEnvironment;
import io.jenkins.plugins.austa.cli.byhand.HandImages;
import io.jenkins.plugins.austa.cli.byhand.HandResult;
import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code austa deploy}: images that are built already, to one environment, without Jenkins. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Deploys a version whose images are in the registry, as the pipeline's last stage does: the"
          + " same chart, the same record and lease, so that it and a build of Jenkins exclude each"
          + " other and see each other's history.",
      "Blue-green: installs the idle colour, checks it, moves all traffic, verifies it, drains the"
          + " old colour; any failure goes back. Ctrl-C goes back, too. Applies no migrations."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the environment serves the version, or the dry run has said what would change",
      "1:it does not: refused, failed or taken back; the last line says which and where traffic is",
      "2:the command line, the configuration or the kubeconfig is wrong; nothing was touched",
      "130:interrupted; what was under way has been taken back, or \"austa status\" says how it"
          + " stands"
    })
public final class DeployCommand implements Callable<Integer> {
  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      required = true,
      description = "The environment, as in austa.yaml.")
  private String environment;

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "TAG",
      required = true,
      description = "The version: the tag of every service's image.")
  private String tag;

  @Option(
      names = "--image",
      paramLabel = "SERVICE=REF@sha256:…",
      description =
          "A service's image; its registry is then not asked. May be given several times.")
  private Map<String, String> images = new TreeMap<>();

  @Option(
      names = "--blue-green",
      description = "Refuses unless the environment is deployed blue-green.")
  private boolean blueGreen;

  @Option(
      names = "--dry-run",
      description =
          "Prints what would change on the cluster, object by object as a unified diff, and touches"
              + " nothing.")
  private boolean dryRun;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in one line, for the history.",
      defaultValue = "")
  private String reason;

  @Option(names = "--yes", description = "Does not ask for the environment's name.")
  private boolean yes;

  @Mixin private HandOptions options;

  @Override
  public Integer call() throws UnfitInputException, IOException, InterruptedException {
    PipelinePlan plan = options.plan(tag);
    HandEnvironment wanted = options.environment(plan, environment);
    if (blueGreen && !wanted.deployment().isBlueGreen()) {
      throw new UnfitInputException(
          environment
              + " is deployed rolling by austa.yaml; leave --blue-green out, or set environments."
              + environment
              + ".strategy: blue-green");
    }
    Path home = Path.of(System.getProperty("user.home"));
    try (HandCluster cluster = options.cluster()) {
      HandDeploy deploy = new HandDeploy(wanted, cluster, options.log());
      deploy.require();
      Map<String, String> pinned = new HandImages(System.getenv(), home).resolve(plan, tag, images);
      if (dryRun) {
        return HandOutcome.of(options, deploy.dryRun(pinned, reason));
      }
      if (wanted.asks() && !yes) {
        Confirmation.ask(
            environment, "deploy " + tag + " to " + environment + " in " + cluster.name());
      }
      HandResult result = deploy.run(pinned, reason);
      return HandOutcome.of(options, result);
    }
  }
}
