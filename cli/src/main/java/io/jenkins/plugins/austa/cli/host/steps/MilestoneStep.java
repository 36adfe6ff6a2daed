package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Marks a point that only newer runs may pass; a lone run always may. */
@Ignores({"label", "unsafe"})
public final class MilestoneStep extends Step {
  private final Integer ordinal;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public MilestoneStep(Integer ordinal) {
    this.ordinal = ordinal;
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
