package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.deploy.HelmCommand;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import io.jenkins.plugins.austa.plugin.library.WriteFiles;
import io.jenkins.plugins.austa.plugin.rollout.Cluster;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaPrepare}: decides what is installed where, writes chart and values into the workspace
 * and returns the Helm command. With blue-green it takes the environment's lease. Asks the cluster
 * for something in any case, so that a kubeconfig that opens nothing is told as such, not as a
 * failure of Helm. A restart in the middle of it ends well: the same build finds its own lease and
 * record, and everything is written again.
 */
public final class AustaPrepareStep extends EnvironmentStep {

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaPrepareStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, getEnvironment());
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;
    private static final long PREPARE_SECONDS = 60;

    private final String environment;

    Execution(StepContext context, String environment) {
      super(context, FailureKind.DEPLOYMENT);
      this.environment = environment;
    }

    @Override
    Map<String, Object> work() throws Exception {
      AustaAction action = action();
      PipelinePlan plan = action.plan();
      DeploymentPlan deployment = action.deployment(environment);
      Proposal.requireApproved(action, environment);
      Map<String, String> images = action.images();
      for (String warning :
          Cluster.requireAccess(OpenRollout.site(environment), build(), deployment)) {
        log("Warning: " + warning);
      }
      if (!deployment.isBlueGreen()) {
        ReleaseValues values =
            new ReleaseValues(
                plan, deployment, "", build().getNumber(), images, deployment.replicas());
        return install(values, deployment);
      }
      Preparation green = prepare(plan, deployment, images);
      if (green.unchanged() || green.installed()) {
        String how = green.unchanged() ? " serves already" : " is installed already";
        log(environment + ": " + plan.version() + how + "; nothing is installed");
        return PlanView.map("name", green.helmRelease(), "command", ":");
      }
      return install(values(plan, deployment, green), deployment);
    }

    private static ReleaseValues values(
        PipelinePlan plan, DeploymentPlan deployment, Preparation green) {
      return new ReleaseValues(
          plan,
          deployment,
          green.colour().toString(),
          green.revision().number(),
          green.revision().images(),
          green.replicas().isEmpty() ? deployment.replicas() : green.replicas());
    }

    private Preparation prepare(
        PipelinePlan plan, DeploymentPlan deployment, Map<String, String> images) throws Exception {
      Run<?, ?> run = build();
      RevisionRequest request =
          new RevisionRequest(
              plan.version(),
              images,
              PackedChart.get().version(),
              run.getFullDisplayName(),
              "deployed by " + run.getExternalizableId(),
              new ReleaseValues(plan, deployment, "", 0, Map.of(), Map.of()).digest(),
              Proposal.endsTheWayBack(action()));
      TaskListener listener = getContext().get(TaskListener.class);
      try (OpenRollout open = OpenRollout.of(run, environment, listener)) {
        return open.rollout().prepare(request).get(PREPARE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw Messages.of(e, FailureKind.DEPLOYMENT);
      } catch (TimeoutException e) {
        throw new DeliveryFailedException(
            FailureKind.ENVIRONMENT,
            "The cluster of "
                + environment
                + " did not answer within "
                + PREPARE_SECONDS
                + " s. Check that its API server can be reached from Jenkins, then run again.");
      }
    }

    private Map<String, Object> install(ReleaseValues values, DeploymentPlan deployment)
        throws Exception {
      String chart = PlannedFiles.FOLDER + "/chart";
      String file = PlannedFiles.FOLDER + "/values-" + values.helmRelease() + ".json";
      WriteFiles files = new WriteFiles().add(file, values.json());
      workspace().act(PackedChart.get().into(files, chart));
      String command =
          HelmCommand.upgrade(
              values.helmRelease(),
              deployment.namespace(),
              chart,
              file,
              deployment.retire().history(),
              deployment.isBlueGreen() ? null : deployment.healthTimeout());
      return PlanView.map("name", values.helmRelease(), "command", command);
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaPrepare", "Prepare a deployment", Run.class, TaskListener.class, FilePath.class);
    }
  }
}
