package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Starts the body again while it fails and tries are left; an abort is not tried again. */
final class RetryExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private int left;
  private BodyExecution body;

  RetryExecution(StepContext context, int count) {
    super(context);
    this.left = count;
  }

  @Override
  public boolean start() {
    body = getContext().newBodyInvoker().withCallback(new Attempt(this)).start();
    return false;
  }

  @Override
  public void stop(Throwable cause) {
    body.cancel(cause);
  }

  private void failed(Throwable failure) {
    left--;
    boolean aborted =
        failure instanceof FlowInterruptedException interrupted
            && interrupted.isActualInterruption();
    if (left == 0 || aborted) {
      getContext().onFailure(failure);
      return;
    }
    try {
      ErrorLines.print(getContext(), failure);
      getContext().get(TaskListener.class).getLogger().println("Retrying");
      start();
    } catch (Exception e) {
      getContext().onFailure(e);
    }
  }

  private static final class Attempt extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;
    private final RetryExecution retry;

    Attempt(RetryExecution retry) {
      this.retry = retry;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
      context.onSuccess(result);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
      retry.failed(failure);
    }
  }
}
