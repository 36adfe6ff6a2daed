package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import groovy.lang.Closure;
import hudson.model.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What a running step knows of its surroundings, and how it reports its end.
 *
 * <p>The first report counts; later ones are ignored, as in Jenkins. May be used from any thread.
 */
@SuppressFBWarnings(
    value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
    justification = "bodies wait only while the step starts, which comes before the first save")
public final class HostStepContext extends StepContext {
  private static final long serialVersionUID = 1L;

  private final Program program;
  private final int threadId;
  private final int node;
  private final String stepName;
  private final ContextVariables variables;
  private final Closure<?> body;
  private final transient List<HostBodyInvoker> waitingBodies = new ArrayList<>();
  private boolean starting = true;
  private volatile boolean endDeferred;
  private Outcome outcome;

  HostStepContext(
      Program program, ProgramThread thread, String stepName, int node, Closure<?> body) {
    this.program = program;
    this.threadId = thread.id();
    this.variables = thread.variables();
    this.stepName = stepName;
    this.node = node;
    this.body = body;
  }

  int threadId() {
    return threadId;
  }

  Program program() {
    return program;
  }

  ContextVariables variables() {
    return variables;
  }

  Closure<?> body() {
    return body;
  }

  /** Returns the number of this step's node in the stage tree. */
  public int node() {
    return node;
  }

  /** Returns the name by which the program called the step. */
  public String stepName() {
    return stepName;
  }

  @Override
  public <T> T get(Class<T> key) throws IOException, InterruptedException {
    return program.host().lookUp(key, this, variables);
  }

  @Override
  public void onSuccess(Object result) {
    complete(new Outcome(result, null));
  }

  @Override
  public void onFailure(Throwable t) {
    complete(new Outcome(null, Objects.requireNonNull(t, "a failure needs its cause")));
  }

  private void complete(Outcome reported) {
    synchronized (this) {
      if (outcome != null) {
        keepSuppressed(reported.getAbnormal());
        return;
      }
      outcome = reported;
      if (starting) {
        return;
      }
    }
    program.post(this::deliver);
  }

  private void keepSuppressed(Throwable late) {
    Throwable first = outcome.getAbnormal();
    if (late != null && first != null && late != first && late.getCause() != first) {
      first.addSuppressed(late);
    }
  }

  synchronized Outcome outcome() {
    return outcome;
  }

  /** Queues a body while the step is being started; false when the start is already over. */
  synchronized boolean queue(HostBodyInvoker invoker) {
    if (outcome != null) {
      throw new IllegalStateException("the step " + stepName + " has already ended");
    }
    if (starting) {
      waitingBodies.add(invoker);
    }
    return starting;
  }

  /** The strand has been suspended: runs the bodies, or goes on if the step has ended already. */
  void suspended(ProgramThread thread) {
    List<HostBodyInvoker> bodies;
    synchronized (this) {
      bodies = List.copyOf(waitingBodies);
      waitingBodies.clear();
      starting = false;
    }
    bodies.forEach(invoker -> invoker.launch(thread));
    if (outcome() != null) {
      deliver();
    }
  }

  void bodyFinished() {
    if (endDeferred) {
      endDeferred = false;
      deliver();
    }
  }

  private void deliver() {
    ProgramThread thread = program.threads().get(threadId);
    if (thread == null || thread.waitingFor() != this) {
      return;
    }
    if (program.threads().hasBodies(this)) {
      deferEnd();
      return;
    }
    thread.stepDone();
    Outcome end = outcome();
    program.host().flow().stepEnded(node, end.getAbnormal());
    thread.resume(end);
  }

  /** A step may end while its body runs; the program goes on only when the body has ended. */
  private void deferEnd() {
    if (endDeferred) {
      return;
    }
    endDeferred = true;
    if (outcome().isFailure()) {
      FlowInterruptedException cause =
          new FlowInterruptedException(Result.FAILURE, new BodyOfFailedStep(stepName));
      program.threads().leavesIn(this).forEach(leaf -> leaf.stop(cause));
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public ListenableFuture<Void> saveState() {
    return Futures.immediateFuture(null);
  }

  @Override
  public void setResult(Result result) {
    program.host().setResult(result);
  }

  @Override
  public boolean hasBody() {
    return body != null;
  }

  @Override
  public BodyInvoker newBodyInvoker() {
    if (body == null) {
      throw new IllegalStateException("the step " + stepName + " was called without a body");
    }
    return new HostBodyInvoker(this, body);
  }

  /** Returns an invoker for another closure than the step's own; used by {@code parallel}. */
  public HostBodyInvoker newBodyInvoker(Closure<?> other) {
    return new HostBodyInvoker(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof HostStepContext that && program == that.program && node == that.node;
  }

  @Override
  public int hashCode() {
    return node;
  }

  @Override
  public String toString() {
    return stepName + " (step " + node + ")";
  }
}
