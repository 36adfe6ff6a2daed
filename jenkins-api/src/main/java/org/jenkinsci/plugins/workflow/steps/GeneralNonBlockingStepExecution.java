package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.Future;

/** A step that takes turns between work on threads of its own and its body. */
public abstract class GeneralNonBlockingStepExecution extends StepExecution {
  private static final long serialVersionUID = 1L;

  private transient volatile Future<?> task;
  private volatile String threadName;
  private transient volatile Throwable stopCause;

  /** Runs in {@code context}. */
  protected GeneralNonBlockingStepExecution(StepContext context) {
    super(context);
  }

  /** Work to do. */
  @FunctionalInterface
  protected interface Block {
    /** Does the work. */
    void run() throws Exception;
  }

  /** Begins {@code block} on a thread of its own, unless the step was stopped. */
  protected final void run(Block block) {
    if (stopCause == null) {
      task = BackgroundWork.submit(() -> work(block));
    }
  }

  private void work(Block block) {
    threadName = Thread.currentThread().getName();
    try {
      block.run();
    } catch (Throwable e) {
      fail(getContext(), e);
    } finally {
      threadName = null;
      task = null;
    }
  }

  private void fail(StepContext context, Throwable e) {
    Throwable stopped = stopCause;
    if (stopped == null) {
      context.onFailure(e);
    } else {
      stopped.addSuppressed(e);
    }
  }

  /** Interrupts the work and reports {@code cause}. */
  @Override
  public void stop(Throwable cause) throws Exception {
    stopCause = cause;
    Future<?> running = task;
    if (running != null) {
      running.cancel(true);
    }
    super.stop(cause);
  }

  @Override
  public void onResume() {
    if (threadName != null) {
      getContext().onFailure(new SynchronousResumeNotSupportedException(getContext()));
    }
  }

  @Override
  public @NonNull String getStatus() {
    return threadName == null
        ? "not currently scheduled, or running blocks"
        : "running in thread: " + threadName;
  }

  @Override
  public boolean blocksRestart() {
    return threadName != null;
  }

  /** A {@link BodyExecutionCallback.TailCall} that finishes on a thread of its own. */
  protected abstract class TailCall extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;

    /** Called when the body is over; what it throws fails the step. */
    protected abstract void finished(StepContext context) throws Exception;

    @Override
    public final void onSuccess(StepContext context, Object result) {
      run(
          () -> {
            try {
              finished(context);
            } catch (Exception e) {
              fail(context, e);
              return;
            }
            context.onSuccess(result);
          });
    }

    @Override
    public final void onFailure(StepContext context, Throwable t) {
      run(
          () -> {
            try {
              finished(context);
            } catch (Exception e) {
              t.addSuppressed(e);
            }
            context.onFailure(t);
          });
    }
  }
}
