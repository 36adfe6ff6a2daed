package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

/**
 * A step that is over when its start is. Only for what takes no time at all.
 *
 * @param <T> type of the step's value
 */
public abstract class SynchronousStepExecution<T> extends StepExecution {
  private static final long serialVersionUID = 1L;

  private transient volatile Thread executing;

  /** Runs in {@code context}. */
  protected SynchronousStepExecution(@NonNull StepContext context) {
    super(context);
  }

  /** Does the work and returns the step's value. */
  protected abstract T run() throws Exception;

  @Override
  public final boolean start() throws Exception {
    executing = Thread.currentThread();
    try {
      getContext().onSuccess(run());
    } catch (Throwable e) {
      getContext().onFailure(e);
    } finally {
      executing = null;
    }
    return true;
  }

  /** Interrupts the work. */
  @Override
  public void stop(Throwable cause) throws Exception {
    Thread worker = executing;
    if (worker != null) {
      worker.interrupt();
    }
  }
}
