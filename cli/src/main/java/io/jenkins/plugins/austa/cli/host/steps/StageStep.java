package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.TaskListener;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body as a stage. */
public final class StageStep extends Step {
  private final String name;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public StageStep(String name) {
    this.name = name;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    if (name == null || name.isBlank()) {
      throw new AbortException("stage needs a name");
    }
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class),
            EnvironmentExpander.constant(Map.of("STAGE_NAME", name)));
    return BodyOnce.stage(context, List.of(expander), name);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("stage", true, TaskListener.class);
    }
  }
}
