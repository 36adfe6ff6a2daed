package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code austaCheck}: looks at what was deployed; with blue-green before any user sees it. */
public final class AustaCheckStep extends EnvironmentStep {

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaCheckStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    boolean blueGreen =
        AustaAction.of(context.get(Run.class)).deployment(getEnvironment()).isBlueGreen();
    return blueGreen
        ? new PlainRollout(context, getEnvironment(), RolloutOperation.CHECK)
        : new SmokeTestExecution(context, getEnvironment());
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaCheck", "Check a deployment", Run.class, TaskListener.class);
    }
  }
}
