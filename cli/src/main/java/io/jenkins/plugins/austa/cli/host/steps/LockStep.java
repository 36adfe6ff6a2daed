package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body while no other branch holds the same resource. */
public final class LockStep extends Step {
  private final String resource;
  private String label;
  private String variable;
  private int quantity;
  private boolean inversePrecedence;
  private boolean skipIfLocked;
  private String reason;
  private int priority;
  private String resourceSelectStrategy;
  private String serverId;
  private long timeoutForAllocateResource;
  private String timeoutUnit;
  private List<Object> extra;

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

  /** Sets {@code quantity}. */
  @DataBoundSetter
  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  /** Sets {@code inversePrecedence}. */
  @DataBoundSetter
  public void setInversePrecedence(boolean inversePrecedence) {
    this.inversePrecedence = inversePrecedence;
  }

  /** Sets {@code skipIfLocked}. */
  @DataBoundSetter
  public void setSkipIfLocked(boolean skipIfLocked) {
    this.skipIfLocked = skipIfLocked;
  }

  /** Sets {@code reason}. */
  @DataBoundSetter
  public void setReason(String reason) {
    this.reason = reason;
  }

  /** Sets {@code priority}. */
  @DataBoundSetter
  public void setPriority(int priority) {
    this.priority = priority;
  }

  /** Sets {@code resourceSelectStrategy}. */
  @DataBoundSetter
  public void setResourceSelectStrategy(String resourceSelectStrategy) {
    this.resourceSelectStrategy = resourceSelectStrategy;
  }

  /** Sets {@code serverId}. */
  @DataBoundSetter
  public void setServerId(String serverId) {
    this.serverId = serverId;
  }

  /** Sets {@code timeoutForAllocateResource}. */
  @DataBoundSetter
  public void setTimeoutForAllocateResource(long timeoutForAllocateResource) {
    this.timeoutForAllocateResource = timeoutForAllocateResource;
  }

  /** Sets {@code timeoutUnit}. */
  @DataBoundSetter
  public void setTimeoutUnit(String timeoutUnit) {
    this.timeoutUnit = timeoutUnit;
  }

  /** Sets {@code extra}. */
  @DataBoundSetter
  public void setExtra(List<Object> extra) {
    this.extra = extra;
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
