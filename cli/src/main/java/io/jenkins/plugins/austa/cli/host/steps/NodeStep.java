package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Gives its body a workspace; any label means this machine. */
public final class NodeStep extends Step {
  private final String label;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public NodeStep(String label) {
    this.label = label;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new NodeExecution(context, label);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("node", true, TaskListener.class, Run.class);
    }
  }
}
