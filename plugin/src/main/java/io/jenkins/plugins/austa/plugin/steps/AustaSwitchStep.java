package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaSwitch}: moves all traffic to the new version, watches it, and takes it back when it
 * does not do well.
 */
public final class AustaSwitchStep extends EnvironmentStep {

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaSwitchStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new PlainRollout(context, getEnvironment(), RolloutOperation.SWITCH);
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaSwitch", "Switch traffic", Run.class, TaskListener.class);
    }
  }
}
