package org.jenkinsci.plugins.workflow.steps;

/** A run of a step whose fields may be injected; the host injects nothing. */
public abstract class AbstractStepExecutionImpl extends StepExecution {
  private static final long serialVersionUID = 1L;

  /** Leaves the context to injection, which the host does not do. */
  @Deprecated
  protected AbstractStepExecutionImpl() {}

  /** Runs in {@code context}. */
  protected AbstractStepExecutionImpl(StepContext context) {
    super(context);
  }

  /** {@inheritDoc} Injects what serialisation left out; the host has nothing to inject. */
  @Override
  public void onResume() {
    super.onResume();
  }
}
