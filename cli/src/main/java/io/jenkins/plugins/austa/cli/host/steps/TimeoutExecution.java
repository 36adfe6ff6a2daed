package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.TimeoutStepExecution.ExceededTimeout;

/** Stops the body when the time is over, or when it has been silent for that long. */
final class TimeoutExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final long GRACE_MILLIS = 60_000;
  private final long millis;
  private final boolean onSilence;
  private BodyExecution body;
  private transient ScheduledFuture<?> alarm;

  TimeoutExecution(StepContext context, long millis, boolean onSilence) {
    super(context);
    this.millis = millis;
    this.onSilence = onSilence;
  }

  @Override
  public boolean start() throws Exception {
    BodyInvoker invoker = getContext().newBodyInvoker().withCallback(new End(this));
    if (onSilence) {
      invoker.withContext(new Activity(this, getContext().get(Activity.class)));
    }
    body = invoker.start();
    getContext()
        .get(TaskListener.class)
        .getLogger()
        .println(
            "Timeout set to expire in "
                + TimeSpans.of(Duration.ofMillis(millis))
                + (onSilence ? " without activity" : ""));
    arm(this::expired, millis);
    return false;
  }

  /** Steps that do not stop by themselves are taken to have failed. */
  private void force() {
    for (StepExecution inside : body.getCurrentExecutions()) {
      inside.getContext().onFailure(exceeded());
    }
  }

  private FlowInterruptedException exceeded() {
    return new FlowInterruptedException(
        Result.ABORTED, new ExceededTimeout(String.valueOf(getContext().hashCode())));
  }

  private synchronized void arm(Runnable task, long delay) {
    try {
      alarm = HostServices.of(getContext()).timer().schedule(task, delay, TimeUnit.MILLISECONDS);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the timer of the run is not there", e);
    }
  }

  /** The body wrote to the log. */
  synchronized void active() {
    if (alarm != null && alarm.cancel(false)) {
      arm(this::expired, millis);
    }
  }

  private void expired() {
    try {
      getContext()
          .get(TaskListener.class)
          .getLogger()
          .println("Cancelling nested steps due to timeout");
    } catch (IOException | InterruptedException e) {
      getContext().onFailure(e);
    }
    arm(this::force, GRACE_MILLIS);
    body.cancel(exceeded());
  }

  private synchronized void disarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  @Override
  public void stop(Throwable cause) {
    arm(this::force, GRACE_MILLIS);
    body.cancel(cause);
  }

  private static final class End extends BodyExecutionCallback.TailCall {
    private static final long serialVersionUID = 1L;
    private final TimeoutExecution timeout;

    End(TimeoutExecution timeout) {
      this.timeout = timeout;
    }

    @Override
    protected void finished(StepContext context) {
      timeout.disarm();
    }

    /** Outside this step its own timeout is a failure like others, which may be retried. */
    @Override
    public void onFailure(StepContext context, Throwable failure) {
      if (failure instanceof FlowInterruptedException interrupted
          && interrupted.getCauses().stream().anyMatch(this::isOwn)) {
        interrupted.setActualInterruption(false);
      }
      super.onFailure(context, failure);
    }

    private boolean isOwn(CauseOfInterruption cause) {
      return cause instanceof ExceededTimeout exceeded
          && exceeded.getNodeId().equals(String.valueOf(timeout.getContext().hashCode()));
    }
  }
}
