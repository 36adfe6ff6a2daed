package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Brings stashed files into the workspace. */
public final class UnstashStep extends Step {
  private final String name;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public UnstashStep(String name) {
    this.name = name;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronousNonBlocking(
        context,
        c -> {
          HostServices.of(c).stashes().restore(name, WorkspaceFiles.folder(c));
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("unstash", false, FilePath.class);
    }
  }
}
