package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaRevert}: takes back the rollout that is under way, to the recorded revision. Does
 * nothing when none is under way, and says so; a rolling environment has none. With {@code to} it
 * goes back to a recorded revision when no rollout is under way.
 */
public final class AustaRevertStep extends EnvironmentStep {
  private String reason = "asked for by the pipeline";
  private String to;

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaRevertStep(String environment) {
    super(environment);
  }

  /** Why, in one line; recorded with the rollout. */
  public String getReason() {
    return reason;
  }

  /** Sets why. */
  @DataBoundSetter
  public void setReason(String reason) {
    String given = Util.fixEmptyAndTrim(reason);
    this.reason = given == null ? this.reason : given;
  }

  /**
   * {@code previous}, or the number of a revision; null to take back the rollout that is under way.
   */
  public String getTo() {
    return to;
  }

  /** Sets where to. */
  @DataBoundSetter
  public void setTo(String to) {
    this.to = Util.fixEmptyAndTrim(to);
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    boolean blueGreen =
        AustaAction.of(context.get(Run.class)).deployment(getEnvironment()).isBlueGreen();
    if (to != null) {
      if (!blueGreen) {
        throw new DeliveryFailedException(
            FailureKind.CONFIGURATION,
            getEnvironment()
                + " is deployed rolling: no revisions of it are recorded. Deploy the earlier version"
                + " again, or use helm rollback.");
      }
      return new ReturnExecution(context, getEnvironment(), to, reason);
    }
    return blueGreen ? new Execution(context, this) : new Nothing(context, getEnvironment());
  }

  private static final class Execution extends RolloutExecution {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Execution(StepContext context, AustaRevertStep step) {
      super(context, step.getEnvironment(), FailureKind.VERIFICATION);
      this.reason = step.reason;
    }

    @Override
    CompletableFuture<RolloutOutcome> operation(OpenRollout open) {
      return open.rollout().revert("manual", reason);
    }

    /** Being back is what was asked for, also when an earlier step has seen to it. */
    @Override
    boolean isDone(RolloutOutcome outcome) {
      return outcome.phase() != Phase.STOPPED;
    }
  }

  private static final class Nothing extends SynchronousStepExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final String environment;

    Nothing(StepContext context, String environment) {
      super(context);
      this.environment = environment;
    }

    @Override
    protected Void run() throws Exception {
      TaskListener listener = getContext().get(TaskListener.class);
      listener
          .getLogger()
          .println(
              "[austa] " + environment + " is deployed rolling: there is no rollout to take back");
      return null;
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaRevert", "Take a rollout back", Run.class, TaskListener.class);
    }
  }
}
