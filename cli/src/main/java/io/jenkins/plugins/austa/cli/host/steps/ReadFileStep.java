package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
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

/** Returns the text of a file in the workspace. */
public final class ReadFileStep extends Step {
  private final String file;
  private String encoding;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public ReadFileStep(String file) {
    this.file = file;
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
          if (!Files.isRegularFile(path)) {
            throw new AbortException("readFile: there is no file " + path);
          }
          return WorkspaceFiles.decode(Files.readAllBytes(path), encoding);
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("readFile", false, FilePath.class);
    }
  }
}
