package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.ConfigurationRefusedException;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/**
 * A step whose work takes a moment and blocks neither the program nor an executor. What goes wrong
 * in a way the user can mend ends as one message, not as a stack trace.
 *
 * @param <T> what the step returns
 */
abstract class BackgroundExecution<T> extends SynchronousNonBlockingStepExecution<T> {
  private static final long serialVersionUID = 1L;

  private transient volatile boolean stopped;

  BackgroundExecution(@NonNull StepContext context) {
    super(context);
  }

  /** Does the work. */
  abstract T work() throws Exception;

  @Override
  protected final T run() throws Exception {
    try {
      return workOrRefusal();
    } catch (Exception e) {
      if (!stopped) {
        throw e;
      }
      // Jenkins prints this below the word that the run was aborted: a line, not where it waited.
      throw new AbortException("[austa] the step was stopped before it had finished");
    }
  }

  /** Jenkins interrupts the work; it must not be reported as its failure. */
  @Override
  public final void stop(Throwable cause) throws Exception {
    stopped = true;
    super.stop(cause);
  }

  private T workOrRefusal() throws Exception {
    try {
      return work();
    } catch (InvalidConfigException e) {
      throw new ConfigurationRefusedException(e.getMessage());
    } catch (IllegalArgumentException e) {
      // The engine's word for input that it cannot use; its message says which and why.
      throw new AbortException(e.getMessage());
    }
  }

  final Run<?, ?> build() throws IOException, InterruptedException {
    return getContext().get(Run.class);
  }

  final AustaAction action() throws IOException, InterruptedException {
    return AustaAction.of(build());
  }

  final FilePath workspace() throws IOException, InterruptedException {
    return getContext().get(FilePath.class);
  }

  final void log(String line) throws IOException, InterruptedException {
    getContext().get(TaskListener.class).getLogger().println("[austa] " + line);
  }
}
