package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Turns the failure of the body into results of the stage and the run. */
final class CatchErrorExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final Options options;
  private BodyExecution body;

  /**
   * What a failure means.
   *
   * @param message written to the log, may be null
   * @param buildResult name of the result the run gets, null for none
   * @param stageResult name of the result the stage gets, null for none
   * @param interruptions whether to catch aborts too
   */
  record Options(String message, String buildResult, String stageResult, boolean interruptions)
      implements Serializable {}

  CatchErrorExecution(StepContext context, Options options) throws AbortException {
    super(context);
    this.options = options;
    result("buildResult", options.buildResult());
    result("stageResult", options.stageResult());
  }

  private static Result result(String parameter, String name) throws AbortException {
    Result result = name == null ? Result.SUCCESS : Result.fromString(name);
    if (name != null && !result.toString().equalsIgnoreCase(name)) {
      throw new AbortException(
          "catchError: "
              + parameter
              + " '"
              + name
              + "' is none of SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED");
    }
    return result;
  }

  @Override
  public boolean start() {
    body = getContext().newBodyInvoker().withCallback(new Catch(options)).start();
    return false;
  }

  @Override
  public void stop(Throwable cause) {
    body.cancel(cause);
  }

  private static final class Catch extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;
    private final Options options;

    Catch(Options options) {
      this.options = options;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
      context.onSuccess(null);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
      try {
        handle(context, failure);
      } catch (IOException | InterruptedException e) {
        context.onFailure(e);
      }
    }

    private void handle(StepContext context, Throwable failure)
        throws IOException, InterruptedException {
      boolean interrupted = failure instanceof FlowInterruptedException;
      if (interrupted
          && !options.interruptions()
          && ((FlowInterruptedException) failure).isActualInterruption()) {
        context.onFailure(failure);
        return;
      }
      if (options.message() != null) {
        context.get(TaskListener.class).getLogger().println("ERROR: " + options.message());
      }
      ErrorLines.print(context, failure);
      Result own = interrupted ? ((FlowInterruptedException) failure).getResult() : null;
      Result build = own == null ? result("buildResult", options.buildResult()) : own;
      Result stage = own == null ? result("stageResult", options.stageResult()) : own;
      if (build.isWorseThan(Result.SUCCESS)) {
        context.get(Run.class).setResult(build);
      }
      if (stage.isWorseThan(Result.SUCCESS)) {
        StageMark.set(context, stage, options.message());
      }
      context.onSuccess(null);
    }
  }
}
