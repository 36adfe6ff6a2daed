package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.HandCluster;
import io.jenkins.plugins.austa.cli.byhand.HandEnvironment;
import io.jenkins.plugins.austa.cli.byhand.HandImages;
import io.jenkins.plugins.austa.cli.byhand.HandRollback;
import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import io.jenkins.plugins.austa.engine.rollout.WantedRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code austa rollback}: back to a recorded revision, without Jenkins. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Goes back to a recorded revision of a blue-green environment. One that is still installed"
          + " gets its pods again, is checked, gets the traffic and is verified; an older one is"
          + " installed again first, from the chart and values in Helm's history.",
      "Without --to it takes back the rollout that is under way, whoever began it, if its lease has"
          + " expired; when none is under way it goes back to the previous revision."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the wanted revision serves, or the dry run has said what would change",
      "1:it does not: refused, failed or taken back; the last line says which and where traffic is",
      "2:the command line, the configuration or the kubeconfig is wrong; nothing was touched",
      "130:interrupted; what was under way has been taken back, or \"austa status\" says how it"
          + " stands"
    })
public final class RollbackCommand implements Callable<Integer> {
  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      required = true,
      description = "The environment, as in austa.yaml.")
  private String environment;

  @Option(
      names = "--to",
      paramLabel = "N|previous",
      description = "The revision's number in the history, or the one that served before.")
  private String to;

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
    HandEnvironment known = options.environment(options.plan(null), environment);
    WantedRevision wanted = wanted();
    HandImages images = new HandImages(System.getenv(), Path.of(System.getProperty("user.home")));
    try (HandCluster cluster = options.cluster()) {
      HandRollback rollback = new HandRollback(known, cluster, images, options.log());
      rollback.require();
      if (dryRun) {
        return HandOutcome.of(options, rollback.dryRun(wanted, reason));
      }
      if (known.asks() && !yes) {
        String where = wanted == null ? "" : " to " + wanted;
        Confirmation.ask(
            environment, "take " + environment + " back" + where + " in " + cluster.name());
      }
      return HandOutcome.of(options, rollback.run(wanted, reason));
    }
  }

  private WantedRevision wanted() throws UnfitInputException {
    try {
      return to == null ? null : WantedRevision.parse(to);
    } catch (IllegalArgumentException e) {
      throw new UnfitInputException("--to: " + e.getMessage());
    }
  }
}
