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

/** Writes a text to a file in the workspace, making folders as needed. */
public final class WriteFileStep extends Step {
  private final String file;
  private final String text;
  private String encoding;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public WriteFileStep(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Sets {@code encoding}. */
  @DataBoundSetter
  public void setEncoding(String encoding) {
    this.encoding = encoding;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          Path path = WorkspaceFiles.file(c, file);
          Files.createDirectories(path.getParent());
          Files.write(path, WorkspaceFiles.encode(text, encoding));
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("writeFile", false, FilePath.class);
    }
  }
}
