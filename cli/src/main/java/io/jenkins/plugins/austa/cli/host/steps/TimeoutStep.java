package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Stops its body when it takes too long. */
public final class TimeoutStep extends Step {
  private final int time;
  private TimeUnit unit = TimeUnit.MINUTES;
  private boolean activity;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public TimeoutStep(int time) {
    this.time = time;
  }

  /** Sets {@code unit}. */
  @DataBoundSetter
  public void setUnit(TimeUnit unit) {
    this.unit = unit;
  }

  /** Sets {@code activity}. */
  @DataBoundSetter
  public void setActivity(boolean activity) {
    this.activity = activity;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new TimeoutExecution(context, unit.toMillis(time), activity);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("timeout", true, TaskListener.class);
    }
  }
}
