package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Marks a point that only newer runs may pass; a lone run always may. */
public final class MilestoneStep extends Step {
  private final Integer ordinal;
  private String label;
  private boolean unsafe;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public MilestoneStep(Integer ordinal) {
    this.ordinal = ordinal;
  }

  /** Sets {@code label}. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = label;
  }

  /** Sets {@code unsafe}. */
  @DataBoundSetter
  public void setUnsafe(boolean unsafe) {
    this.unsafe = unsafe;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          int reached = HostServices.of(c).milestones().pass(ordinal);
          c.get(TaskListener.class).getLogger().println("Reached milestone " + reached);
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("milestone", false, TaskListener.class);
    }
  }
}
