package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import java.io.Serializable;

/** Is told of a body's start and end, with the context of each. */
public abstract class BodyExecutionCallback implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Called when the body has started. */
  public void onStart(StepContext context) {}

  /** Called when the body is over with {@code result}. */
  public abstract void onSuccess(StepContext context, Object result);

  /** Called when the body has failed. */
  public abstract void onFailure(StepContext context, Throwable t);

  /**
   * Makes a callback of {@code v}, which is told of the end alone.
   *
   * @throws IllegalArgumentException when {@code v} cannot be saved
   */
  public static BodyExecutionCallback wrap(FutureCallback<Object> v) {
    if (!(v instanceof Serializable)) {
      throw new IllegalArgumentException(v.getClass() + " is not serializable");
    }
    return new Wrapper(v);
  }

  private static class Wrapper extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;
    private final FutureCallback<Object> told;

    Wrapper(FutureCallback<Object> told) {
      this.told = told;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
      told.onSuccess(result);
    }

    @Override
    public void onFailure(StepContext context, Throwable t) {
      told.onFailure(t);
    }
  }

  /** Ends the step as the body ends. */
  public abstract static class TailCall extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;

    /** Called when the body is over; must not block; what it throws fails the step. */
    protected abstract void finished(StepContext context) throws Exception;

    @Override
    public final void onSuccess(StepContext context, Object result) {
      try {
        finished(context);
      } catch (Exception e) {
        context.onFailure(e);
        return;
      }
      context.onSuccess(result);
    }

    @Override
    public void onFailure(StepContext context, Throwable t) {
      try {
        finished(context);
      } catch (Exception e) {
        t.addSuppressed(e);
      }
      context.onFailure(t);
    }
  }
}
