package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import java.nio.file.Files;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Returns whether a file or folder is in the workspace. */
public final class FileExistsStep extends Step {
  private final String file;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public FileExistsStep(String file) {
    this.file = file;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(context, c -> Files.exists(WorkspaceFiles.file(c, file)));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("fileExists", false, FilePath.class);
    }
  }
}
