package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One strand of the program: the main script, or one body of a step. Used on the program's thread
 * only.
 */
final class ProgramThread implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int id;
  private final HostStepContext owner;
  private final HostBodyExecution body;
  private final ContextVariables variables;
  private final Continuable continuation;
  private Outcome next;
  private HostStepContext waitingFor;
  private StepExecution step;
  private boolean broken;

  /**
   * @param owner the step whose body this is; null for the main script
   * @param body the run of that body; null for the main script
   */
  ProgramThread(
      int id,
      HostStepContext owner,
      HostBodyExecution body,
      ContextVariables variables,
      Continuable continuation) {
    this.id = id;
    this.owner = owner;
    this.body = body;
    this.variables = variables;
    this.continuation = continuation;
  }

  int id() {
    return id;
  }

  HostStepContext owner() {
    return owner;
  }

  /** Returns the body that this is, null for the main script. */
  HostBodyExecution body() {
    return body;
  }

  ContextVariables variables() {
    return variables;
  }

  HostStepContext waitingFor() {
    return waitingFor;
  }

  StepExecution step() {
    return step;
  }

  boolean runnable() {
    return next != null;
  }

  boolean finished() {
    return broken || !continuation.isResumable();
  }

  List<StackTraceElement> stackTrace() {
    return continuation.getStackTrace();
  }

  void waitFor(HostStepContext context, StepExecution execution) {
    waitingFor = context;
    step = execution;
  }

  void stepDone() {
    waitingFor = null;
    step = null;
  }

  /** Sets what the program goes on with; takes the place of an earlier value not yet used. */
  void resume(Outcome outcome) {
    next = outcome;
  }

  /** Runs until the program suspends itself or ends; when its interpreter fails, it has ended. */
  Outcome runChunk(List<Class> categories) {
    Outcome in = next;
    next = null;
    try {
      return continuation.run0(in, categories);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      broken = true;
      return new Outcome(null, e);
    }
  }

  /** Asks the step in progress to stop, or makes the program itself throw {@code cause}. */
  void stop(Throwable cause) {
    if (step == null) {
      resume(new Outcome(null, cause));
      return;
    }
    HostStepContext context = waitingFor;
    try {
      step.stop(cause);
    } catch (Exception e) {
      if (e != cause) {
        cause.addSuppressed(e);
      }
      context.onFailure(cause);
    }
  }
}
