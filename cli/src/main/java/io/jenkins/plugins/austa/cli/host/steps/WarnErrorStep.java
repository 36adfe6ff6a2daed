package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body; when that fails, makes stage and run unstable and goes on. */
public final class WarnErrorStep extends Step {
  private final String message;
  private boolean catchInterruptions = true;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public WarnErrorStep(String message) {
    this.message = message;
  }

  /** Sets {@code catchInterruptions}. */
  @DataBoundSetter
  public void setCatchInterruptions(boolean catchInterruptions) {
    this.catchInterruptions = catchInterruptions;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new CatchErrorExecution(
        context,
        new CatchErrorExecution.Options(message, "UNSTABLE", "UNSTABLE", catchInterruptions));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("warnError", true, TaskListener.class, Run.class);
    }
  }
}
