package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import groovy.lang.Closure;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One run of a step's body, as a strand of its own. */
final class HostBodyExecution extends BodyExecution {
  private static final long serialVersionUID = 1L;
  private static final int NOT_LAUNCHED = -1;

  private final HostStepContext step;
  private final List<BodyExecutionCallback> callbacks;
  private int threadId = NOT_LAUNCHED;
  private volatile int node;
  private Throwable stopped;
  private Outcome outcome;

  HostBodyExecution(HostStepContext step, List<BodyExecutionCallback> callbacks) {
    this.step = step;
    this.callbacks = callbacks;
  }

  /** Starts the body on the program's thread. */
  void launch(ProgramThread thread, Closure<?> body, ContextVariables variables, int flowNode) {
    node = flowNode;
    callbacks.forEach(callback -> callback.onStart(step));
    step.program().as(thread, () -> call(body, variables));
  }

  private void call(Closure<?> body, ContextVariables variables) {
    try {
      ended(new Outcome(body.call(), null));
    } catch (CpsCallableInvocation invocation) {
      ProgramThread thread =
          step.program().threads().add(step, this, variables, continuable(invocation));
      synchronized (this) {
        threadId = thread.id();
        thread.resume(new Outcome(null, stopped));
      }
    } catch (RuntimeException | Error e) {
      ended(new Outcome(null, e));
    }
  }

  /** Makes code that always ends well: the outcome of the body goes to {@link #ended}. */
  private Continuable continuable(CpsCallableInvocation invocation) {
    BodyEnd onSuccess = new BodyEnd(this, true);
    FunctionCallEnv caller = new FunctionCallEnv(null, onSuccess, null, null);
    TryBlockEnv env = new TryBlockEnv(caller, null);
    env.addHandler(Throwable.class, new BodyEnd(this, false));
    return new Continuable(invocation.invoke(env, null, onSuccess));
  }

  void ended(Outcome result) {
    synchronized (this) {
      outcome = result;
      notifyAll();
    }
    step.program().host().flow().bodyEnded(node, result.getAbnormal());
    for (BodyExecutionCallback callback : callbacks) {
      try {
        if (result.isSuccess()) {
          callback.onSuccess(step, result.getNormal());
        } else {
          callback.onFailure(step, result.getAbnormal());
        }
      } catch (RuntimeException | LinkageError e) {
        step.onFailure(e);
      }
    }
  }

  @Override
  public Collection<StepExecution> getCurrentExecutions() {
    if (Program.current() == step.program()) {
      return step.program().threads().stepsUnder(threadId);
    }
    CompletableFuture<Collection<StepExecution>> steps = new CompletableFuture<>();
    step.program().post(() -> steps.complete(step.program().threads().stepsUnder(threadId)));
    return steps.join();
  }

  @Override
  public boolean cancel(Throwable error) {
    synchronized (this) {
      if (outcome != null) {
        return false;
      }
      stopped = error;
      if (threadId == NOT_LAUNCHED) {
        return true;
      }
    }
    step.program()
        .post(
            () -> step.program().threads().leavesUnder(threadId).forEach(leaf -> leaf.stop(error)));
    return true;
  }

  @Override
  public synchronized boolean isCancelled() {
    return stopped != null && outcome != null;
  }

  @Override
  public synchronized boolean isDone() {
    return outcome != null;
  }

  @Override
  public synchronized Object get() throws InterruptedException, ExecutionException {
    while (outcome == null) {
      wait();
    }
    return value();
  }

  @Override
  public synchronized Object get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (outcome == null) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("the body of " + step + " is still running");
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return value();
  }

  private Object value() throws ExecutionException {
    if (outcome.isFailure()) {
      throw new ExecutionException(outcome.getAbnormal());
    }
    return outcome.getNormal();
  }
}
