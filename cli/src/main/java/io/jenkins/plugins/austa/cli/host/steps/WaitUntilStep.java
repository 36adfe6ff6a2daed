package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body again, at growing intervals, until it returns true. */
public final class WaitUntilStep extends Step {
  private long initialRecurrencePeriod = 250;
  private boolean quiet;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public WaitUntilStep() {}

  /** Sets {@code initialRecurrencePeriod}. */
  @DataBoundSetter
  public void setInitialRecurrencePeriod(long initialRecurrencePeriod) {
    this.initialRecurrencePeriod = initialRecurrencePeriod;
  }

  /** Sets {@code quiet}. */
  @DataBoundSetter
  public void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new WaitUntilExecution(context, initialRecurrencePeriod, quiet);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("waitUntil", true, TaskListener.class);
    }
  }
}
