package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.ApprovalReport;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.Participants;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaApproval}: accepts an approval, unless it comes from somebody whose own work it is.
 */
public final class AustaApprovalStep extends EnvironmentStep {
  private final String approver;

  /**
   * @param environment the environment to be deployed
   * @param approver the user who agreed, as the input step tells
   */
  @DataBoundConstructor
  public AustaApprovalStep(String environment, String approver) {
    super(environment);
    this.approver = approver;
  }

  /** The user who agreed. */
  public String getApprover() {
    return approver;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, getEnvironment(), Util.fixNull(approver).trim());
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String approver;

    Execution(StepContext context, String environment, String approver) {
      super(context, FailureKind.APPROVAL_REJECTED);
      this.environment = environment;
      this.approver = approver;
    }

    @Override
    Void work() throws Exception {
      AustaAction action = action();
      String refusal = refusal();
      boolean accepted = refusal == null;
      String decision = accepted ? "approved" : "refused";
      action
          .report()
          .addApproval(
              new ApprovalReport(environment, decision, approver, Instant.now(), refusal, false));
      if (!accepted) {
        throw new AbortException(refusal);
      }
      action.setAwaiting(null);
      action.setApproved(environment, Proposal.of(action, environment).fingerprint());
      build().save();
      log(environment + " was approved by " + approver);
      return null;
    }

    private String refusal() throws Exception {
      if (approver.isEmpty()) {
        return "Nobody is known to have approved " + environment + "; sign in before approving.";
      }
      return Participants.of(build()).contains(approver)
          ? approver
              + " started this run or wrote the change and cannot approve it for "
              + environment
              + ". Ask somebody else and run it again."
          : null;
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaApproval", "Accept an approval", Run.class, TaskListener.class);
    }
  }
}
