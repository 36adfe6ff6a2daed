package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Waits; no thread waits with it. */
public final class SleepStep extends Step {
  private final int time;
  private TimeUnit unit = TimeUnit.SECONDS;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public SleepStep(int time) {
    this.time = time;
  }

  /** Sets {@code unit}. */
  @DataBoundSetter
  public void setUnit(TimeUnit unit) {
    this.unit = unit;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new SleepExecution(context, unit.toMillis(time));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("sleep", false, TaskListener.class);
    }
  }
}
