package io.jenkins.plugins.austa.plugin.steps;

import hudson.FilePath;
import hudson.model.Computer;
import io.jenkins.plugins.austa.engine.deploy.HelmCommand;
import io.jenkins.plugins.austa.engine.deploy.RecordedRelease;
import io.jenkins.plugins.austa.engine.deploy.Reinstallation;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.ReturnChecks;
import io.jenkins.plugins.austa.engine.rollout.ReturnRequest;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.WantedRevision;
import io.jenkins.plugins.austa.plugin.library.WriteFiles;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Goes back to a recorded revision. Where that is still installed, the step ends when it serves;
 * where it is not, chart and values are written into the workspace and the step returns the Helm
 * command, as {@code austaPrepare} does.
 */
final class ReturnExecution extends RolloutExecution {
  private static final long serialVersionUID = 1L;

  private final String environment;
  private final String to;
  private final String reason;
  private transient volatile Map<String, Object> installation;

  ReturnExecution(StepContext context, String environment, String to, String reason) {
    super(context, environment, FailureKind.VERIFICATION);
    this.environment = environment;
    this.to = to;
    this.reason = reason;
  }

  @Override
  CompletableFuture<RolloutOutcome> operation(OpenRollout open) throws Exception {
    RecordedRelease recorded = open.recorded();
    Optional<FilePath> workspace = Optional.ofNullable(getContext().get(FilePath.class));
    ReturnRequest request = new ReturnRequest(wanted(), build().getFullDisplayName(), reason);
    return open.rollout()
        .revertTo(request, checks(recorded, workspace.isPresent()))
        .thenCompose(
            returning ->
                returning instanceof Returning.Install install
                    ? CompletableFuture.runAsync(
                            () -> install(recorded.reinstallation(install), workspace),
                            Computer.threadPoolForRemoting)
                        .thenCompose(written -> open.rollout().status())
                    : CompletableFuture.completedFuture(((Returning.Ended) returning).outcome()));
  }

  private WantedRevision wanted() throws DeliveryFailedException {
    try {
      return WantedRevision.parse(to);
    } catch (IllegalArgumentException e) {
      throw new DeliveryFailedException(FailureKind.CONFIGURATION, "to: " + e.getMessage());
    }
  }

  private static ReturnChecks checks(RecordedRelease recorded, boolean hasWorkspace) {
    return (back, kept) ->
        kept || hasWorkspace
            ? recorded.obstacle(back, kept)
            : Optional.of(
                "it has to be installed again, which takes a workspace: call austaRevert inside of"
                    + " node");
  }

  private void install(Reinstallation found, Optional<FilePath> workspace) {
    String chart = PlannedFiles.FOLDER + "/chart-" + found.helmRelease();
    String values = PlannedFiles.FOLDER + "/values-" + found.helmRelease() + ".json";
    try {
      DeploymentPlan deployment = AustaAction.of(build()).deployment(environment);
      workspace
          .orElseThrow(() -> new IOException("the workspace has gone"))
          .act(
              new WriteFiles()
                  .emptying(chart)
                  .add(values, found.values())
                  .addAll(chart + "/", found.chart()));
      String command =
          HelmCommand.upgrade(
              found.helmRelease(),
              deployment.namespace(),
              chart,
              values,
              deployment.retire().history(),
              null);
      installation = PlanView.map("name", found.helmRelease(), "command", command);
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  /** Having said what to install is all that can be done before it is installed. */
  @Override
  boolean isDone(RolloutOutcome outcome) {
    return installation != null || outcome.succeeded();
  }

  @Override
  Object result() {
    return installation;
  }
}
