package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Refused: there is no Windows agent on this host. */
@Ignores({"encoding", "label", "returnStatus", "returnStdout"})
public final class BatStep extends Step {
  private final String script;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public BatStep(String script) {
    this.script = script;
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
