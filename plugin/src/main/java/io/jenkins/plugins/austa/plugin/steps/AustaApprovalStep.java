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
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaApproval}: accepts an approval, unless it comes from somebody whose own work it is.
 */
public final class AustaApprovalStep extends EnvironmentStep {
  private final String approver;
  private boolean askAgain;

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

  /** Whether the step returns false for somebody who cannot approve, in place of failing. */
  public boolean isAskAgain() {
    return askAgain;
  }

  /** Sets whether somebody else is going to be asked when this one cannot approve. */
  @DataBoundSetter
  public void setAskAgain(boolean askAgain) {
    this.askAgain = askAgain;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Boolean> {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String approver;
    private final boolean askAgain;

    Execution(StepContext context, AustaApprovalStep step) {
      super(context, FailureKind.APPROVAL_REJECTED);
      this.environment = step.getEnvironment();
      this.approver = Util.fixNull(step.approver).trim();
      this.askAgain = step.askAgain;
    }

    @Override
    Boolean work() throws Exception {
      AustaAction action = action();
      String refusal = refusal();
      boolean accepted = refusal == null;
      String decision = accepted ? "approved" : "refused";
      action
          .report()
          .addApproval(
              new ApprovalReport(environment, decision, approver, Instant.now(), refusal, false));
      if (!accepted && askAgain) {
        log(refusal);
        return false;
      }
      if (!accepted) {
        throw new AbortException(refusal);
      }
      action.setAwaiting(null);
      action.setApproved(environment, Proposal.of(action, environment).fingerprint());
      build().save();
      log(environment + " was approved by " + approver);
      return true;
    }

    private String refusal() throws Exception {
      if (approver.isEmpty()) {
        return "Nobody is known to have approved " + environment + "; sign in before approving.";
      }
      return Participants.of(build()).contains(approver)
          ? approver
              + " started this run or wrote the change and cannot approve it for "
              + environment
              + ". Somebody else has to."
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
