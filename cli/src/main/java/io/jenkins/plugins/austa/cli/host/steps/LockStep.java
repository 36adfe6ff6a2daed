package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body while no other branch holds the same resource. */
@Ignores({
  "extra",
  "inversePrecedence",
  "priority",
  "quantity",
  "reason",
  "resourceSelectStrategy",
  "serverId",
  "timeoutForAllocateResource",
  "timeoutUnit"
})
public final class LockStep extends Step {
  private final String resource;
  private String label;
  private String variable;
  private boolean skipIfLocked;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public LockStep(String resource) {
    this.resource = resource;
  }

  /** Sets {@code label}. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = label;
  }

  /** Sets {@code variable}. */
  @DataBoundSetter
  public void setVariable(String variable) {
    this.variable = variable;
  }

  /** Sets {@code skipIfLocked}. */
  @DataBoundSetter
  public void setSkipIfLocked(boolean skipIfLocked) {
    this.skipIfLocked = skipIfLocked;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    String name = resource != null ? resource : label;
    if (name == null || name.isBlank()) {
      throw new AbortException("lock needs a resource or a label");
    }
    return new LockExecution(context, name, variable, skipIfLocked);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("lock", true, TaskListener.class, Run.class);
    }
  }
}
