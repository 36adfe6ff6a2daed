package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body in another folder of the workspace. */
public final class DirStep extends Step {
  private final String path;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public DirStep(String path) {
    this.path = path;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    FilePath folder = context.get(FilePath.class).child(path);
    context.get(TaskListener.class).getLogger().println("Running in " + folder.getRemote());
    Files.createDirectories(Path.of(folder.getRemote()));
    return BodyOnce.with(context, List.of(folder));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("dir", true, TaskListener.class, FilePath.class);
    }
  }
}
