package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.access.SharedClients;
import io.jenkins.plugins.austa.engine.deploy.SmokeTest;
import io.jenkins.plugins.austa.engine.health.Await;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.rollout.Cluster;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Looks at a rolling deployment without holding a thread; after a restart it simply looks again.
 */
final class SmokeTestExecution extends StepExecution {
  private static final long serialVersionUID = 1L;

  private final String environment;
  private transient volatile SharedClients.Lease cluster;
  private transient volatile Await await;

  SmokeTestExecution(@NonNull StepContext context, String environment) {
    super(context);
    this.environment = environment;
  }

  @Override
  public boolean start() throws Exception {
    begin();
    return false;
  }

  @Override
  public void onResume() {
    try {
      begin();
    } catch (Exception e) {
      getContext().onFailure(Messages.of(e, FailureKind.DEPLOYMENT));
    }
  }

  private void begin() throws Exception {
    Run<?, ?> run = getContext().get(Run.class);
    AustaAction action = AustaAction.of(run);
    DeploymentPlan deployment = action.deployment(environment);
    cluster = Cluster.open(OpenRollout.site(environment), run);
    await = new Await(Timer.get(), Clock.systemUTC(), Timer.get());
    new SmokeTest(cluster.client(), await, Timer.get())
        .run(deployment, action.plan().services())
        .whenComplete(this::finish);
  }

  private void finish(SignalVerdict verdict, Throwable failure) {
    Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
    try (SharedClients.Lease closing = cluster) {
      if (reason instanceof CancellationException) {
        return; // stop() says why.
      }
      if (reason != null) {
        getContext().onFailure(Messages.of(reason, FailureKind.DEPLOYMENT));
      } else if (verdict instanceof SignalVerdict.Passed passed) {
        TaskListener listener = getContext().get(TaskListener.class);
        listener.getLogger().println("[austa] " + environment + ": " + passed.reason());
        getContext().onSuccess(null);
      } else {
        getContext()
            .onFailure(
                new DeliveryFailedException(
                    FailureKind.DEPLOYMENT, environment + " is not well: " + verdict.reason()));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      getContext().onFailure(e);
    }
  }

  @Override
  public void stop(@NonNull Throwable cause) {
    Await current = await;
    if (current != null) {
      current.cancel();
    }
    getContext().onFailure(cause);
  }
}
