package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaProposal}: says what an approver is asked to agree to. Nothing of it can change
 * afterwards: the deployment compares.
 */
public final class AustaProposalStep extends EnvironmentStep {

  /**
   * @param environment the environment to be deployed
   */
  @DataBoundConstructor
  public AustaProposalStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, getEnvironment());
  }

  private static final class Execution extends BackgroundExecution<String> {
    private static final long serialVersionUID = 1L;

    private final String environment;

    Execution(StepContext context, String environment) {
      super(context, FailureKind.CONFIGURATION);
      this.environment = environment;
    }

    @Override
    boolean isQuick() {
      return true;
    }

    @Override
    String work() throws Exception {
      AustaAction action = action();
      Proposal proposal = Proposal.of(action, environment);
      for (String line : proposal.question().lines().toList()) {
        log(line);
      }
      for (String line : proposal.details()) {
        log(line);
      }
      action.setAwaiting(environment);
      build().save();
      return proposal.question();
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaProposal", "Say what is to be approved", Run.class, TaskListener.class);
    }
  }
}
