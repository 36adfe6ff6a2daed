package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Writes a message to the log. */
public final class EchoStep extends Step {
  private final String message;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public EchoStep(String message) {
    this.message = message;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          c.get(TaskListener.class).getLogger().println(message);
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("echo", false, TaskListener.class);
    }
  }
}
