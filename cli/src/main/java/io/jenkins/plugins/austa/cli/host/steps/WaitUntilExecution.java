package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs the body until it returns true; waits longer each time, at most fifteen seconds. */
final class WaitUntilExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final long LONGEST = 15_000;
  private static final double GROWTH = 1.2;

  private final boolean quiet;
  private long period;
  private BodyExecution body;
  private boolean inBody;
  private transient ScheduledFuture<?> alarm;

  WaitUntilExecution(StepContext context, long firstPeriod, boolean quiet) {
    super(context);
    this.period = Math.max(1, firstPeriod);
    this.quiet = quiet;
  }

  @Override
  public boolean start() {
    inBody = true;
    body = getContext().newBodyInvoker().withCallback(new Turn(this)).start();
    return false;
  }

  @Override
  public void stop(Throwable cause) throws Exception {
    if (inBody) {
      body.cancel(cause);
      return;
    }
    if (alarm != null) {
      alarm.cancel(false);
    }
    super.stop(cause);
  }

  private void ended(Object value) throws IOException, InterruptedException {
    inBody = false;
    if (!(value instanceof Boolean done)) {
      throw new AbortException("the body of waitUntil must return true or false, not " + value);
    }
    if (done) {
      getContext().onSuccess(null);
      return;
    }
    if (!quiet) {
      getContext()
          .get(TaskListener.class)
          .getLogger()
          .println("Will try again after " + TimeSpans.of(Duration.ofMillis(period)));
    }
    alarm =
        HostServices.of(getContext()).timer().schedule(this::start, period, TimeUnit.MILLISECONDS);
    period = Math.min(LONGEST, (long) Math.ceil(period * GROWTH));
  }

  private static final class Turn extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;
    private final WaitUntilExecution waiting;

    Turn(WaitUntilExecution waiting) {
      this.waiting = waiting;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
      try {
        waiting.ended(result);
      } catch (IOException | InterruptedException e) {
        context.onFailure(e);
      }
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
      context.onFailure(failure);
    }
  }
}
