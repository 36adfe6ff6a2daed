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
  private final ContextVariables variables;
  private final Continuable continuation;
  private Outcome next;
  private HostStepContext waitingFor;
  private StepExecution step;

  /**
   * @param owner the step whose body this is; null for the main script
   */
  ProgramThread(
      int id, HostStepContext owner, ContextVariables variables, Continuable continuation) {
    this.id = id;
    this.owner = owner;
    this.variables = variables;
    this.continuation = continuation;
  }

  int id() {
    return id;
  }

  HostStepContext owner() {
    return owner;
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
    return !continuation.isResumable();
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

  /** Runs until the program suspends itself or ends. */
  Outcome runChunk(List<Class> categories) {
    Outcome in = next;
    next = null;
    return continuation.run0(in, categories);
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
      cause.addSuppressed(e);
      context.onFailure(cause);
    }
  }
}
