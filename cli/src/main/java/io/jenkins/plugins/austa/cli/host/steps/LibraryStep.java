package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Accepts any library name: the host's one library is always loaded. */
@Ignores({"changelog", "retriever"})
public final class LibraryStep extends Step {
  private final String identifier;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public LibraryStep(String identifier) {
    this.identifier = identifier;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(context, c -> null);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("library", false);
    }
  }
}
