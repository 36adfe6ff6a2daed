package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.FilePatterns;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Keeps files of the workspace for another one. */
public final class StashStep extends Step {
  private final String name;
  private String includes;
  private String excludes;
  private boolean useDefaultExcludes = true;
  private boolean allowEmpty;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public StashStep(String name) {
    this.name = name;
  }

  /** Sets {@code includes}. */
  @DataBoundSetter
  public void setIncludes(String includes) {
    this.includes = includes;
  }

  /** Sets {@code excludes}. */
  @DataBoundSetter
  public void setExcludes(String excludes) {
    this.excludes = excludes;
  }

  /** Sets {@code useDefaultExcludes}. */
  @DataBoundSetter
  public void setUseDefaultExcludes(boolean useDefaultExcludes) {
    this.useDefaultExcludes = useDefaultExcludes;
  }

  /** Sets {@code allowEmpty}. */
  @DataBoundSetter
  public void setAllowEmpty(boolean allowEmpty) {
    this.allowEmpty = allowEmpty;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronousNonBlocking(
        context,
        c -> {
          FilePatterns patterns = FilePatterns.of(includes, excludes, useDefaultExcludes);
          int count = HostServices.of(c).stashes().keep(name, WorkspaceFiles.folder(c), patterns);
          if (count == 0 && !allowEmpty) {
            throw new AbortException("stash '" + name + "': no files match " + patterns);
          }
          c.get(TaskListener.class).getLogger().println("Stashed " + count + " file(s)");
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("stash", false, TaskListener.class, FilePath.class);
    }
  }
}
