package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.engine.deploy.HelmHistory;
import io.jenkins.plugins.austa.engine.deploy.HelmRevision;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Deploys images that are built already to one environment, as the pipeline's last stage does.
 * Applies no migrations.
 */
public final class HandDeploy {
  private final HandEnvironment environment;
  private final HandCluster cluster;
  private final Hands hands = Hands.here();
  private final Consumer<String> log;

  /**
   * @param log gets what happens, a line or several at a time
   */
  public HandDeploy(HandEnvironment environment, HandCluster cluster, Consumer<String> log) {
    this.environment = environment;
    this.cluster = cluster;
    this.log = log;
  }

  /**
   * Finds what speaks against it, before anybody is asked or anything is touched.
   *
   * @throws UnfitInputException when the command line or the configuration does
   * @throws IOException when the cluster does
   */
  public void require() throws UnfitInputException, IOException {
    environment.requirePublicUrl();
    DeploymentPlan deployment = environment.deployment();
    cluster
        .require(
            deployment.namespace(),
            deployment.isBlueGreen()
                ? AccessNeeds.blueGreen(deployment.router())
                : AccessNeeds.rolling())
        .forEach(warning -> log.accept("Warning: " + warning));
    HelmHistory history = new HelmHistory(cluster.client(), deployment.namespace());
    for (String release : releases()) {
      HelmRevision pending = history.pending(release).orElse(null);
      if (pending != null) {
        throw new IOException(
            pending.describePending() + "." + whoIsAtWork() + " Nothing was touched.");
      }
    }
  }

  private String whoIsAtWork() {
    if (!environment.deployment().isBlueGreen()) {
      return "";
    }
    try (HandRollout open = new HandRollout(environment, cluster, hands, log)) {
      RolloutStatus status = open.status().read();
      return status.holder().isEmpty()
          ? " Nobody holds the environment's lease."
          : " The environment's lease is held by " + status.holder() + ".";
    }
  }

  /**
   * What it would change.
   *
   * @param images by service, with digest
   * @param reason in one line; empty when none was given
   */
  public HandResult dryRun(Map<String, String> images, String reason)
      throws UnfitInputException, IOException, InterruptedException {
    DryRun dry = new DryRun(environment, cluster, hands, log);
    return environment.deployment().isBlueGreen()
        ? dry.deploy(request(images, reason))
        : dry.rolling(rolling().values(images));
  }

  /** Does it; an answer that is not well says why, and where traffic is. */
  public HandResult run(Map<String, String> images, String reason)
      throws IOException, InterruptedException {
    return environment.deployment().isBlueGreen()
        ? blueGreen(request(images, reason))
        : rolling().run(images);
  }

  private HandResult blueGreen(RevisionRequest request) throws IOException, InterruptedException {
    try (HandRollout open = new HandRollout(environment, cluster, hands, log);
        RevertOnExit untilEnded = RevertOnExit.of(open.rollout(), log)) {
      Rollout rollout = open.rollout();
      Preparation green = HandRollout.await(rollout.prepare(request));
      if (green.unchanged()) {
        return result(
            HandRollout.await(rollout.status()),
            true,
            "Nothing to do: " + green.revision().label() + " serves already");
      }
      if (!green.installed()) {
        try (Installation installation = Installation.of(Values.of(environment, green))) {
          new InstallOrRevert(rollout, untilEnded, log)
              .install(installation, cluster, environment.deployment());
        }
      }
      return result(new Remaining(rollout).go());
    }
  }

  private RollingDeploy rolling() {
    return new RollingDeploy(environment, cluster, log);
  }

  private RevisionRequest request(Map<String, String> images, String reason) throws IOException {
    return new RevisionRequest(
        environment.plan().version(),
        images,
        PackedChart.get().version(),
        hands.who(),
        reason.isBlank() ? "deployed by hand" : reason.strip(),
        Values.digest(environment),
        false);
  }

  private HandResult result(RolloutOutcome outcome) {
    return result(outcome, outcome.succeeded(), outcome.message());
  }

  private HandResult result(RolloutOutcome outcome, boolean succeeded, String message) {
    return HandResult.of(succeeded, message, OutcomeData.of(environment, outcome));
  }

  private List<String> releases() {
    return environment.deployment().isBlueGreen()
        ? Stream.of(Colour.values()).map(environment.target()::helmRelease).toList()
        : List.of(environment.deployment().release());
  }
}
