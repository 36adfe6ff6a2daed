package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaRetire}: drains the version that traffic has left and scales it to zero; it stays
 * installed as the way back.
 */
public final class AustaRetireStep extends EnvironmentStep {

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaRetireStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new PlainRollout(context, getEnvironment(), RolloutOperation.RETIRE);
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaRetire", "Retire the old version", Run.class, TaskListener.class);
    }
  }
}
