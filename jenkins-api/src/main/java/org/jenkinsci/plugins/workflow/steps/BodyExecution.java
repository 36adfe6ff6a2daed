package org.jenkinsci.plugins.workflow.steps;

import hudson.Util;
import hudson.model.Result;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;
import jenkins.model.CauseOfInterruption;

/** A body that was started. Subclasses override one of the two ways to cancel it. */
public abstract class BodyExecution implements Future<Object>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns the innermost steps that are running. */
  public abstract Collection<StepExecution> getCurrentExecutions();

  /** Asks the body to end; returns false when it is over. */
  @Deprecated
  public boolean cancel(CauseOfInterruption... causes) {
    requireOverride("cancel", Throwable.class);
    return cancel(new FlowInterruptedException(Result.ABORTED, true, causes));
  }

  @Override
  @Deprecated
  public boolean cancel(boolean b) {
    return cancel(new FlowInterruptedException(Result.ABORTED, true));
  }

  /** Asks the body to end because of {@code t}; returns false when it is over. */
  @SuppressWarnings("deprecation")
  public boolean cancel(Throwable t) {
    requireOverride("cancel", CauseOfInterruption[].class);
    return cancel(new ExceptionCause(t));
  }

  private void requireOverride(String method, Class<?> parameter) {
    if (!Util.isOverridden(BodyExecution.class, getClass(), method, parameter)) {
      throw new AbstractMethodError(getClass() + " must override cancel(Throwable)");
    }
  }
}
