package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body; when that fails, notes the results and goes on. */
public final class CatchErrorStep extends Step {
  private String message;
  private String buildResult = "FAILURE";
  private String stageResult = "SUCCESS";
  private boolean catchInterruptions = true;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public CatchErrorStep() {}

  /** Sets {@code message}. */
  @DataBoundSetter
  public void setMessage(String message) {
    this.message = message;
  }

  /** Sets {@code buildResult}. */
  @DataBoundSetter
  public void setBuildResult(String buildResult) {
    this.buildResult = buildResult;
  }

  /** Sets {@code stageResult}. */
  @DataBoundSetter
  public void setStageResult(String stageResult) {
    this.stageResult = stageResult;
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
        new CatchErrorExecution.Options(message, buildResult, stageResult, catchInterruptions));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("catchError", true, TaskListener.class, Run.class);
    }
  }
}
