package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Makes the stage and the run unstable and goes on. */
public final class UnstableStep extends Step {
  private final String message;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public UnstableStep(String message) {
    this.message = message;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    if (message == null || message.isBlank()) {
      throw new AbortException("unstable needs a message that says why");
    }
    return StepExecutions.synchronous(
        context,
        c -> {
          c.get(TaskListener.class).getLogger().println("WARNING: " + message);
          StageMark.set(c, Result.UNSTABLE, message);
          c.get(Run.class).setResult(Result.UNSTABLE);
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("unstable", false, TaskListener.class, Run.class);
    }
  }
}
