package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.HandCluster;
import io.jenkins.plugins.austa.cli.byhand.HandEnvironment;
import io.jenkins.plugins.austa.cli.byhand.HandStatus;
import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code austa status}: what record and cluster say. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how far the latest rollout has come and what that means, which colour carries traffic,"
          + " what is installed, who holds the lease, and the history. Takes no lease and changes"
          + " nothing.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the cluster was asked, whatever it said",
      "1:the cluster could not be asked, or not of every environment",
      "2:the command line, the configuration or the kubeconfig is wrong"
    })
public final class StatusCommand implements Callable<Integer> {
  private static final long WATCH_SECONDS = 2;

  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "The environment; all of austa.yaml when left out.")
  private String environment;

  @Option(
      names = "--watch",
      description =
          "Goes on and prints again whenever something has changed, until interrupted; that the"
              + " cluster does not answer for a while does not end it.")
  private boolean watch;

  @Mixin private HandOptions options;

  @Override
  public Integer call() throws UnfitInputException, IOException, InterruptedException {
    PipelinePlan plan = options.plan(null);
    List<HandEnvironment> wanted = new ArrayList<>();
    for (String name : names(plan)) {
      wanted.add(options.environment(plan, name));
    }
    try (HandCluster cluster = options.cluster()) {
      List<HandStatus> shown = first(wanted, cluster);
      print(shown);
      // Never counted down: Ctrl-C ends it.
      CountDownLatch forEver = new CountDownLatch(watch ? 1 : 0);
      while (!forEver.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
        List<HandStatus> now = tell(wanted, cluster);
        if (!now.equals(shown)) {
          print(now);
          shown = now;
        }
      }
      return shown.stream().allMatch(HandStatus::known) ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
  }

  private List<String> names(PipelinePlan plan) {
    return environment == null
        ? plan.deployments().stream().map(DeploymentPlan::environment).toList()
        : List.of(environment);
  }

  /** Of a single one that cannot be told of, there is nothing but the failure to tell. */
  private List<HandStatus> first(List<HandEnvironment> wanted, HandCluster cluster)
      throws IOException {
    return environment == null
        ? tell(wanted, cluster)
        : List.of(HandStatus.read(wanted.get(0), cluster));
  }

  private static List<HandStatus> tell(List<HandEnvironment> wanted, HandCluster cluster) {
    return wanted.stream().map(each -> HandStatus.tell(each, cluster)).toList();
  }

  private void print(List<HandStatus> all) throws IOException {
    if (!options.isText()) {
      List<Map<String, Object>> data = all.stream().map(HandStatus::data).toList();
      options.print(environment == null ? data : data.get(0));
      return;
    }
    for (HandStatus each : all) {
      each.lines().forEach(options.log());
      options.log().accept("");
    }
  }
}
