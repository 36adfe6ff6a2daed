package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.engine.deploy.RecordedRelease;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.ReturnChecks;
import io.jenkins.plugins.austa.engine.rollout.ReturnRequest;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.engine.rollout.WantedRevision;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes back the rollout that is under way, or goes back to a recorded revision. */
public final class HandRollback {
  private final HandEnvironment environment;
  private final HandCluster cluster;
  private final HandImages images;
  private final Hands hands = Hands.here();
  private final Consumer<String> log;

  /**
   * @param images says whether an image is still there
   * @param log gets what happens, a line or several at a time
   */
  public HandRollback(
      HandEnvironment environment, HandCluster cluster, HandImages images, Consumer<String> log) {
    this.environment = environment;
    this.cluster = cluster;
    this.images = images;
    this.log = log;
  }

  /**
   * Finds what speaks against it, before anybody is asked or anything is touched.
   *
   * @throws UnfitInputException when the command line or the configuration does
   * @throws IOException when the cluster does
   */
  public void require() throws UnfitInputException, IOException {
    DeploymentPlan deployment = environment.deployment();
    if (!deployment.isBlueGreen()) {
      throw new UnfitInputException(
          deployment.environment()
              + " is deployed rolling: no revisions of it are recorded. Deploy the earlier version"
              + " again, or use helm rollback "
              + deployment.release());
    }
    environment.requirePublicUrl();
    cluster
        .require(deployment.namespace(), AccessNeeds.blueGreen(deployment.router()))
        .forEach(warning -> log.accept("Warning: " + warning));
  }

  /**
   * What it would change.
   *
   * @param wanted null for the previous one
   */
  public HandResult dryRun(WantedRevision wanted, String reason)
      throws UnfitInputException, IOException, InterruptedException {
    try (HandRollout open = new HandRollout(environment, cluster, hands, log)) {
      RolloutStatus status = open.status().read();
      if (wanted == null && isUnderWay(status)) {
        throw new IOException(
            "What would change cannot be said while a rollout is under way. " + status.meaning());
      }
      return new DryRun(environment, cluster, hands, log)
          .goBack(request(wanted, reason), checks(open.recorded()));
    }
  }

  /**
   * Does it.
   *
   * @param wanted null to take back the rollout that is under way, or, when none is, to go back to
   *     the previous revision
   */
  public HandResult run(WantedRevision wanted, String reason)
      throws IOException, InterruptedException {
    try (HandRollout open = new HandRollout(environment, cluster, hands, log);
        RevertOnExit untilEnded = RevertOnExit.of(open.rollout(), log)) {
      if (wanted == null && isUnderWay(open.status().read())) {
        String why = reason.isBlank() ? "taken back by " + hands.who() : reason.strip();
        RolloutOutcome outcome = HandRollout.await(open.rollout().revert("manual", why));
        return result(outcome, outcome.phase() == Phase.REVERTED);
      }
      Returning returning =
          HandRollout.await(
              open.rollout().revertTo(request(wanted, reason), checks(open.recorded())));
      if (returning instanceof Returning.Ended ended) {
        return result(ended.outcome(), ended.outcome().succeeded());
      }
      RolloutOutcome outcome = install(open, untilEnded, (Returning.Install) returning);
      return result(outcome, outcome.succeeded());
    }
  }

  private RolloutOutcome install(
      HandRollout open, RevertOnExit untilEnded, Returning.Install install)
      throws IOException, InterruptedException {
    Rollout rollout = open.rollout();
    try (Installation installation = Installation.of(open.recorded().reinstallation(install))) {
      new InstallOrRevert(rollout, untilEnded, log)
          .install(installation, cluster, environment.deployment());
    }
    return new Remaining(rollout).go();
  }

  private ReturnChecks checks(RecordedRelease recorded) {
    return (back, kept) -> {
      Optional<String> obstacle = recorded.obstacle(back, kept);
      return obstacle.isPresent() ? obstacle : images.gone(back, log);
    };
  }

  private ReturnRequest request(WantedRevision wanted, String reason) {
    return new ReturnRequest(
        wanted == null ? new WantedRevision.Previous() : wanted, hands.who(), reason);
  }

  private static boolean isUnderWay(RolloutStatus status) {
    return status.phase().unfinished() || status.phase() == Phase.STOPPED;
  }

  private HandResult result(RolloutOutcome outcome, boolean succeeded) {
    return HandResult.of(succeeded, outcome.message(), OutcomeData.of(environment, outcome));
  }
}
