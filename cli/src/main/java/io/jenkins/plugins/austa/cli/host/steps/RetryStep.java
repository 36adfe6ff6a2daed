package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body again while it fails, up to a number of times. */
public final class RetryStep extends Step {
  private final int count;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public RetryStep(int count) {
    this.count = count;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    if (count <= 0) {
      throw new AbortException("retry needs a count of at least 1, not " + count);
    }
    return new RetryExecution(context, count);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("retry", true, TaskListener.class);
    }
  }
}
