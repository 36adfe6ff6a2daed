package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Checks the new colour while users are still on the old one. */
final class CandidateCheck extends RolloutExecution {
  private static final long serialVersionUID = 1L;

  CandidateCheck(StepContext context, String environment) {
    super(context, environment);
  }

  @Override
  CompletableFuture<RolloutOutcome> operation(Rollout rollout) {
    return rollout.check();
  }
}
