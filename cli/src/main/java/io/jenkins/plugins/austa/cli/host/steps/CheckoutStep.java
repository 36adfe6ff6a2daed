package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Brings the sources of the run into the workspace. */
@Ignores({"changelog", "poll"})
public final class CheckoutStep extends Step {
  private final Object scm;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public CheckoutStep(Object scm) {
    this.scm = scm;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    if (!(scm instanceof ScmVariable)) {
      throw new AbortException(
          "checkout: this host has only the sources it was started with; use 'checkout scm'");
    }
    return StepExecutions.synchronousNonBlocking(
        context, c -> HostServices.of(c).sources().checkOut(c));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("checkout", false, TaskListener.class, FilePath.class, Run.class);
    }
  }
}
