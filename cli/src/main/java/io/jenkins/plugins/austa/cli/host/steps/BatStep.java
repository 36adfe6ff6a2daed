package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Refused: there is no Windows agent on this host. */
public final class BatStep extends Step {
  private final String script;
  private boolean returnStdout;
  private boolean returnStatus;
  private String encoding;
  private String label;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public BatStep(String script) {
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

  /** Sets {@code label}. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = label;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          throw new AbortException("bat needs a Windows agent, and this host has none: use sh");
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("bat", false, FilePath.class);
    }
  }
}
