package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A step that is one operation of a rollout. */
final class PlainRollout extends RolloutExecution {
  private static final long serialVersionUID = 1L;

  private final RolloutOperation operation;

  PlainRollout(StepContext context, String environment, RolloutOperation operation) {
    super(context, environment, operation.kind());
    this.operation = operation;
  }

  @Override
  CompletableFuture<RolloutOutcome> operation(OpenRollout open) {
    return operation.start(open.rollout());
  }
}
