package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Returns whether commands run on a Unix: always, on this host. */
public final class IsUnixStep extends Step {

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public IsUnixStep() {}

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(context, c -> true);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("isUnix", false, FilePath.class);
    }
  }
}
