package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.Future;

/**
 * A step that does its work on a thread of its own. It cannot be resumed after a restart.
 *
 * @param <T> type of the step's value
 */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
  private static final long serialVersionUID = 1L;

  private transient volatile Future<?> task;
  private transient volatile String threadName;
  private transient volatile Throwable stopCause;

  /** Runs in {@code context}. */
  protected SynchronousNonBlockingStepExecution(@NonNull StepContext context) {
    super(context);
  }

  /** Does the work and returns the step's value; interrupted when the step is stopped. */
  protected abstract T run() throws Exception;

  @Override
  public final boolean start() throws Exception {
    task = BackgroundWork.submit(this::work);
    return false;
  }

  private void work() {
    threadName = Thread.currentThread().getName();
    try {
      T value = run();
      getContext().onSuccess(value);
    } catch (Throwable e) {
      Throwable stopped = stopCause;
      if (stopped == null) {
        getContext().onFailure(e);
      } else {
        stopped.addSuppressed(e);
      }
    }
  }

  /** Interrupts the work and reports {@code cause}. */
  @Override
  public void stop(Throwable cause) throws Exception {
    Future<?> running = task;
    if (running != null) {
      stopCause = cause;
      running.cancel(true);
    }
    super.stop(cause);
  }

  @Override
  public void onResume() {
    getContext().onFailure(new SynchronousResumeNotSupportedException(getContext()));
  }

  @Override
  public @NonNull String getStatus() {
    return threadName == null ? "not yet scheduled" : "running in thread: " + threadName;
  }

  @Override
  public boolean blocksRestart() {
    return threadName != null;
  }
}
