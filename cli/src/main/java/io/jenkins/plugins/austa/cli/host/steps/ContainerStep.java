package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body as it is: this host has the tools of all containers on its PATH. */
@Ignores({"shell"})
public final class ContainerStep extends Step {
  private final String name;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public ContainerStep(String name) {
    this.name = name;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    PodStandIn pod = context.get(PodStandIn.class);
    if (pod != null) {
      pod.require(name);
    }
    context
        .get(TaskListener.class)
        .getLogger()
        .println("Container '" + name + "': running on this machine");
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class),
            EnvironmentExpander.constant(Map.of("POD_CONTAINER", name)));
    return BodyOnce.with(context, List.of(expander));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("container", true, TaskListener.class, FilePath.class);
    }
  }
}
