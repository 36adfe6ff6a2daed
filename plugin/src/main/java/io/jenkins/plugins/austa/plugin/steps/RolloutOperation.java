package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What a step asks of a rollout, and what it means when that does not come to a good end. */
enum RolloutOperation {
  /** Looks at the new colour while users are still on the old one. */
  CHECK(Rollout::check, FailureKind.DEPLOYMENT),

  /** Moves all traffic and watches it. */
  SWITCH(Rollout::switchTraffic, FailureKind.VERIFICATION),

  /** Drains the colour that traffic has left. */
  RETIRE(Rollout::retire, FailureKind.DEPLOYMENT);

  private final Function<Rollout, CompletableFuture<RolloutOutcome>> operation;
  private final FailureKind kind;

  RolloutOperation(
      Function<Rollout, CompletableFuture<RolloutOutcome>> operation, FailureKind kind) {
    this.operation = operation;
    this.kind = kind;
  }

  CompletableFuture<RolloutOutcome> start(Rollout rollout) {
    return operation.apply(rollout);
  }

  FailureKind kind() {
    return kind;
  }
}
