package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/** One run of a step. */
public abstract class StepExecution implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER = Logger.getLogger(StepExecution.class.getName());

  private StepContext context;

  /** Leaves the context to injection, which the host does not do. */
  @Deprecated
  protected StepExecution() {}

  /** Runs in {@code context}. */
  protected StepExecution(@NonNull StepContext context) {
    this.context = context;
  }

  /**
   * Returns where the step runs.
   *
   * @throws IllegalStateException when the constructor was not given it
   */
  public @NonNull StepContext getContext() {
    if (context == null) {
      throw new IllegalStateException(
          "no StepContext: pass it to the constructor of " + getClass().getName());
    }
    return context;
  }

  /**
   * Begins the step; must not block.
   *
   * @return true when the end has been reported, false when it will be reported later
   * @throws Exception ends the step as failed
   */
  public abstract boolean start() throws Exception;

  /** Asks the step to end; unless overridden, reports {@code cause} at once. */
  public void stop(@NonNull Throwable cause) throws Exception {
    getContext().onFailure(cause);
  }

  /** Called after the step was read from disk. */
  public void onResume() {}

  /** Returns what the step is doing, in a few words, or null. */
  public @CheckForNull String getStatus() {
    return null;
  }

  /** Returns whether the controller should wait for this step before it restarts. */
  public boolean blocksRestart() {
    return false;
  }

  /** Returns {@link #getStatus}, or why it could not be had in time. */
  public final @CheckForNull String getStatusBounded(long timeout, TimeUnit unit) {
    Future<String> status = Timer.get().submit(this::getStatus);
    try {
      return status.get(timeout, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return giveUp(status, e);
    } catch (ExecutionException | TimeoutException e) {
      return giveUp(status, e);
    }
  }

  private String giveUp(Future<String> status, Exception why) {
    status.cancel(true);
    LOGGER.log(Level.FINE, why, () -> "no status from " + getClass().getName());
    return why.toString();
  }
}
