package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;

/** Where a step runs and where it reports its end to, once. */
public abstract class StepContext implements FutureCallback<Object>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns the {@code key} in effect here, or null. */
  public abstract <T> T get(Class<T> key) throws IOException, InterruptedException;

  @Override
  public abstract void onSuccess(@Nullable Object result);

  /** Returns whether {@link #get} can answer; false while a pipeline is being read from disk. */
  public abstract boolean isReady();

  /** Saves the state of the step; the answer comes when it is saved. */
  public abstract ListenableFuture<Void> saveState();

  /** Makes the result of the build worse. */
  public abstract void setResult(Result r);

  /**
   * Prepares to run the body.
   *
   * @throws IllegalStateException when there is none
   */
  public abstract BodyInvoker newBodyInvoker() throws IllegalStateException;

  /** Returns whether the step was called with a body. */
  public boolean hasBody() {
    try {
      newBodyInvoker();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Returns whether {@code o} is the context of the same execution. */
  @Override
  public abstract boolean equals(Object o);

  @Override
  public abstract int hashCode();
}
