package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs a shell script in the workspace; no thread of the program waits for it. */
@Ignores({"label"})
public final class ShStep extends Step {
  private final String script;
  private boolean returnStdout;
  private boolean returnStatus;
  private String encoding;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public ShStep(String script) {
    this.script = script;
  }

  /** Sets {@code returnStdout}. */
  @DataBoundSetter
  public void setReturnStdout(boolean returnStdout) {
    this.returnStdout = returnStdout;
  }

  /** Sets {@code returnStatus}. */
  @DataBoundSetter
  public void setReturnStatus(boolean returnStatus) {
    this.returnStatus = returnStatus;
  }

  /** Sets {@code encoding}. */
  @DataBoundSetter
  public void setEncoding(String encoding) {
    this.encoding = encoding;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    if (returnStdout && returnStatus) {
      throw new AbortException("sh cannot return both its output and its status");
    }
    return new ShExecution(context, script, returnStdout, returnStatus, encoding);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("sh", false, TaskListener.class, FilePath.class);
    }
  }
}
