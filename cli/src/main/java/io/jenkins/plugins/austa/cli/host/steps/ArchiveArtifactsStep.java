package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import io.jenkins.plugins.austa.cli.host.services.FilePatterns;
import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Keeps files of the workspace with the run. */
@Ignores({"caseSensitive", "fingerprint", "followSymlinks"})
public final class ArchiveArtifactsStep extends Step {
  private final String artifacts;
  private String excludes;
  private boolean allowEmptyArchive;
  private boolean onlyIfSuccessful;
  private boolean defaultExcludes = true;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public ArchiveArtifactsStep(String artifacts) {
    this.artifacts = artifacts;
  }

  /** Sets {@code excludes}. */
  @DataBoundSetter
  public void setExcludes(String excludes) {
    this.excludes = excludes;
  }

  /** Sets {@code allowEmptyArchive}. */
  @DataBoundSetter
  public void setAllowEmptyArchive(boolean allowEmptyArchive) {
    this.allowEmptyArchive = allowEmptyArchive;
  }

  /** Sets {@code onlyIfSuccessful}. */
  @DataBoundSetter
  public void setOnlyIfSuccessful(boolean onlyIfSuccessful) {
    this.onlyIfSuccessful = onlyIfSuccessful;
  }

  /** Sets {@code defaultExcludes}. */
  @DataBoundSetter
  public void setDefaultExcludes(boolean defaultExcludes) {
    this.defaultExcludes = defaultExcludes;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronousNonBlocking(
        context,
        c -> {
          Result soFar = c.get(Run.class).getResult();
          if (onlyIfSuccessful && soFar != null && soFar.isWorseThan(Result.SUCCESS)) {
            c.get(TaskListener.class).getLogger().println("Not archiving: the run is " + soFar);
            return null;
          }
          FilePatterns patterns = FilePatterns.of(artifacts, excludes, defaultExcludes);
          Path folder = WorkspaceFiles.folder(c);
          List<Path> files = patterns.find(folder);
          if (files.isEmpty() && !allowEmptyArchive) {
            throw new AbortException(
                "archiveArtifacts: no files match " + patterns + " in " + folder);
          }
          FileTrees.copy(folder, files, HostServices.of(c).folders().artifacts());
          c.get(TaskListener.class).getLogger().println("Archived " + files.size() + " file(s)");
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("archiveArtifacts", false, TaskListener.class, FilePath.class, Run.class);
    }
  }
}
