package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A step of a rollout. Waits without a thread; after a restart of the controller it asks the engine
 * again, which goes on where the record on the cluster says.
 */
abstract class RolloutExecution extends StepExecution {
  private static final long serialVersionUID = 1L;

  private final String environment;
  private final FailureKind kind;
  private transient volatile OpenRollout open;

  /**
   * @param kind what it means when the operation does not come to a good end
   */
  RolloutExecution(@NonNull StepContext context, String environment, FailureKind kind) {
    super(context);
    this.environment = environment;
    this.kind = kind;
  }

  /** Starts the operation. */
  abstract CompletableFuture<RolloutOutcome> operation(OpenRollout open) throws Exception;

  /** Whether the step has done what it is for. */
  boolean isDone(RolloutOutcome outcome) {
    return outcome.succeeded();
  }

  /** What the step returns when it has done what it is for. */
  Object result() {
    return null;
  }

  final Run<?, ?> build() throws IOException, InterruptedException {
    return getContext().get(Run.class);
  }

  @Override
  public final boolean start() throws Exception {
    begin();
    return false;
  }

  @Override
  public final void onResume() {
    try {
      begin();
    } catch (Exception e) {
      getContext().onFailure(Messages.of(e, kind));
    }
  }

  private void begin() throws Exception {
    open = OpenRollout.of(build(), environment, getContext().get(TaskListener.class));
    start(open).whenComplete(this::finish);
  }

  /** What cannot even be started ends as what was started does: with everything closed. */
  private CompletableFuture<RolloutOutcome> start(OpenRollout started) {
    try {
      return operation(started);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void finish(RolloutOutcome outcome, Throwable failure) {
    try (OpenRollout closing = open) {
      if (failure != null) {
        fail(failure instanceof CompletionException ? failure.getCause() : failure);
        return;
      }
      Run<?, ?> run = build();
      Instant start = Instant.ofEpochMilli(run.getStartTimeInMillis());
      AustaAction.of(run).report().setRollout(RolloutReports.of(environment, outcome, start));
      run.save();
      if (isDone(outcome)) {
        getContext().onSuccess(result());
      } else {
        getContext().onFailure(new DeliveryFailedException(kind, outcome.message()));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      getContext().onFailure(e);
    }
  }

  private void fail(Throwable failure) {
    if (failure instanceof CancellationException) {
      return; // stop() has said why.
    }
    getContext().onFailure(Messages.of(failure, kind));
  }

  @Override
  public final void stop(@NonNull Throwable cause) {
    OpenRollout current = open;
    if (current != null) {
      current.rollout().cancel();
    }
    getContext().onFailure(cause);
  }
}
