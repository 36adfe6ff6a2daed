package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Returns the path of the current folder. */
public final class PwdStep extends Step {
  private boolean tmp;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public PwdStep() {}

  /** Sets {@code tmp}. */
  @DataBoundSetter
  public void setTmp(boolean tmp) {
    this.tmp = tmp;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          Path folder = WorkspaceFiles.folder(c);
          if (!tmp) {
            return folder.toString();
          }
          Path beside = folder.resolveSibling(folder.getFileName() + "@tmp");
          return Files.createDirectories(beside).toString();
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("pwd", false, FilePath.class);
    }
  }
}
