package io.jenkins.plugins.austa.cli.host.steps;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs the body once, with objects added to its context; its end is the end of the step. */
@SuppressFBWarnings(
    value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
    justification = "needed only to start the body, which comes before the first save")
final class BodyOnce extends StepExecution {
  private static final long serialVersionUID = 1L;

  /** Cleans up when the body has ended, however it ended. */
  @FunctionalInterface
  interface Cleanup extends Serializable {
    void run(StepContext context) throws Exception;
  }

  private final transient List<Object> added;
  private final transient String stage;
  private final Cleanup cleanup;
  private BodyExecution body;

  private BodyOnce(StepContext context, List<Object> added, String stage, Cleanup cleanup) {
    super(context);
    this.added = added;
    this.stage = stage;
    this.cleanup = cleanup;
  }

  static BodyOnce with(StepContext context, List<Object> added) {
    return new BodyOnce(context, added, null, c -> {});
  }

  static BodyOnce with(StepContext context, List<Object> added, Cleanup cleanup) {
    return new BodyOnce(context, added, null, cleanup);
  }

  /** Runs the body as a stage of this name. */
  static BodyOnce stage(StepContext context, List<Object> added, String name) {
    return new BodyOnce(context, added, name, c -> {});
  }

  @Override
  public boolean start() {
    BodyInvoker invoker =
        getContext().newBodyInvoker().withContexts(added).withCallback(new End(cleanup));
    body = (stage == null ? invoker : invoker.withDisplayName(stage)).start();
    return false;
  }

  @Override
  public void stop(Throwable cause) {
    body.cancel(cause);
  }

  private static final class End extends BodyExecutionCallback.TailCall {
    private static final long serialVersionUID = 1L;
    private final Cleanup cleanup;

    End(Cleanup cleanup) {
      this.cleanup = cleanup;
    }

    @Override
    protected void finished(StepContext context) throws Exception {
      cleanup.run(context);
    }
  }
}
