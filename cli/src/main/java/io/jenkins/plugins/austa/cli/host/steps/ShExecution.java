package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.flow.LineStream;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.cli.host.services.ShellProcess;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Watches a shell process and ends when it exits. */
final class ShExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final String script;
  private final boolean returnStdout;
  private final boolean returnStatus;
  private final String encoding;
  private transient ShellProcess process;
  private volatile Throwable stopped;

  ShExecution(
      StepContext context,
      String script,
      boolean returnStdout,
      boolean returnStatus,
      String encoding) {
    super(context);
    this.script = script;
    this.returnStdout = returnStdout;
    this.returnStatus = returnStatus;
    this.encoding = encoding;
  }

  @Override
  public boolean start() throws Exception {
    StepContext context = getContext();
    HostServices services = HostServices.of(context);
    Charset charset = WorkspaceFiles.charset(encoding);
    PrintStream log = context.get(TaskListener.class).getLogger();
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    OutputStream lines = new LineStream(charset, log::println);
    process =
        ShellProcess.start(
            services.folders().scripts(),
            script,
            WorkspaceFiles.folder(context),
            context.get(EnvVars.class),
            returnStdout ? captured : lines,
            lines);
    process.exit().whenComplete((status, failure) -> ended(status, failure, captured, charset));
    return false;
  }

  private void ended(
      Integer status, Throwable failure, ByteArrayOutputStream captured, Charset charset) {
    if (stopped != null) {
      getContext().onFailure(stopped);
    } else if (failure != null) {
      getContext().onFailure(failure);
    } else if (returnStatus) {
      getContext().onSuccess(status);
    } else if (status != 0) {
      getContext().onFailure(new AbortException("script returned exit code " + status));
    } else {
      getContext().onSuccess(returnStdout ? captured.toString(charset) : null);
    }
  }

  /** The step ends when the processes have gone, not before. */
  @Override
  public void stop(Throwable cause) throws Exception {
    if (process == null) {
      super.stop(cause);
      return;
    }
    stopped = cause;
    getContext().get(TaskListener.class).getLogger().println("Sending interrupt signal to process");
    process.kill(HostServices.of(getContext()).timer());
  }
}
