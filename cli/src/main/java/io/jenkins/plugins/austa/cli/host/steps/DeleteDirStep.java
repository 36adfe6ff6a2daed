package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Deletes the current folder with all that is in it. */
public final class DeleteDirStep extends Step {

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public DeleteDirStep() {}

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronousNonBlocking(
        context,
        c -> {
          FileTrees.delete(WorkspaceFiles.folder(c));
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("deleteDir", false, FilePath.class);
    }
  }
}
