package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.io.IOException;

/** What follows the installation: check, switch with verification, retire. */
record Remaining(Rollout rollout) {

  /** Ends with the first step that did not go well; traffic is then back by itself. */
  RolloutOutcome go() throws IOException, InterruptedException {
    RolloutOutcome outcome = HandRollout.await(rollout.check());
    if (outcome.succeeded()) {
      outcome = HandRollout.await(rollout.switchTraffic());
    }
    return outcome.succeeded() ? HandRollout.await(rollout.retire()) : outcome;
  }
}
