package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.CpsDefaultGroovyMethods;
import com.cloudbees.groovy.cps.CpsDefaultGroovyStaticMethods;
import com.cloudbees.groovy.cps.CpsStringGroovyMethods;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import groovy.lang.Script;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A running pipeline program: its strands and its library variables. The root of what is saved.
 *
 * <p>The program executes on one thread, that of {@link ProgramExecutor}; only {@link
 * #post(Runnable)} may be called from elsewhere. It is saved each time all its strands wait.
 */
@SuppressFBWarnings(
    value = "SE_BAD_FIELD",
    justification = "host objects are saved as references, see ProgramWriter")
public final class Program implements Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("rawtypes")
  private static final List<Class> CATEGORIES =
      List.of(
          CpsDefaultGroovyMethods.class,
          CpsDefaultGroovyStaticMethods.class,
          CpsStringGroovyMethods.class,
          SerialisableIterators.class);

  private static final ThreadLocal<Program> RUNNING = new ThreadLocal<>();

  private final ProgramHost host;
  private final ProgramExecutor executor;
  private final ProgramThreads threads = new ProgramThreads();
  private final Map<String, Object> libraryVariables = new TreeMap<>();
  private ProgramThread current;
  private Outcome mainOutcome;
  private Throwable unsaveable;

  /** Creates a program without anything to run. */
  public Program(ProgramHost host, ProgramExecutor executor) {
    this.host = host;
    this.executor = executor;
  }

  /** Returns the program whose code this Java thread is executing, or null. */
  public static Program current() {
    return RUNNING.get();
  }

  /** Returns the host that runs this program. */
  public ProgramHost host() {
    return host;
  }

  /** Returns the library variables used so far, by name; each exists once per run. */
  public Map<String, Object> libraryVariables() {
    return libraryVariables;
  }

  /**
   * Executes a script as the main strand.
   *
   * @param script creates the script, on the program's thread; what it throws ends the program
   */
  public void start(Supplier<Script> script) {
    post(
        () -> {
          try {
            Continuable main = new Continuable(script.get(), Envs.empty(), Continuation.HALT);
            ProgramThread thread = threads.add(null, null, ContextVariables.NONE, main);
            thread.resume(new Outcome(null, null));
          } catch (RuntimeException | Error e) {
            host.ended(new Outcome(null, e));
          }
        });
  }

  /** Executes a task on the program's thread, then whatever became runnable by it. */
  public void post(Runnable task) {
    executor.post(
        () -> {
          RUNNING.set(this);
          CpsCallableInvocation.registerMismatchHandler(this::warnOfMismatch);
          try {
            task.run();
            run();
          } finally {
            CpsCallableInvocation.registerMismatchHandler(null);
            RUNNING.remove();
          }
        });
  }

  /** Stops everything that runs, innermost and latest first. Call on the program's thread. */
  public void stop(Throwable cause) {
    threads.leaves().forEach(thread -> thread.stop(cause));
  }

  boolean hasWaitingTasks() {
    return executor.hasWaitingTasks();
  }

  ProgramThreads threads() {
    return threads;
  }

  /** Returns the context of the strand that is running, or the empty one between strands. */
  public ContextVariables currentVariables() {
    return current == null ? ContextVariables.NONE : current.variables();
  }

  ProgramThread currentThread() {
    if (current == null) {
      throw new IllegalStateException("only the pipeline program itself can start steps");
    }
    return current;
  }

  /** Executes {@code code} as if the given strand did; used to call the body of a step. */
  void as(ProgramThread thread, Runnable code) {
    ProgramThread before = current;
    current = thread;
    try {
      code.run();
    } finally {
      current = before;
    }
  }

  private void warnOfMismatch(
      Object expectedReceiver, String expected, Object actualReceiver, String actual) {
    host.warn(
        "expected to call "
            + nameOf(expectedReceiver)
            + expected
            + " but wound up catching "
            + nameOf(actualReceiver)
            + actual
            + ": code that is not CPS-transformed (@NonCPS, a constructor, a closure given to a"
            + " Java method such as sort) cannot call steps or other pipeline code");
  }

  private static String nameOf(Object receiver) {
    if (receiver == null) {
      return "";
    }
    Class<?> type = receiver instanceof Class<?> c ? c : receiver.getClass();
    return type.getName() + ".";
  }

  private void run() {
    ProgramThread last = null;
    ProgramThread next = threads.nextRunnable(null);
    while (next != null) {
      last = next;
      if (runChunk(next)) {
        post(() -> {});
        return;
      }
      next = threads.nextRunnable(next);
    }
    if (last == null) {
      return;
    }
    if (threads.isEmpty()) {
      host.ended(unsaveable == null ? mainOutcome : new Outcome(null, unsaveable));
    } else if (unsaveable == null) {
      save();
    }
  }

  /** Returns whether the strand only stepped aside. */
  private boolean runChunk(ProgramThread thread) {
    boolean[] yielded = new boolean[1];
    as(
        thread,
        () -> {
          Outcome outcome = thread.runChunk(CATEGORIES);
          if (thread.finished()) {
            finished(thread, outcome);
          } else if (outcome.getNormal() instanceof SuspendedStep suspended) {
            suspended.context().suspended(thread);
          } else {
            thread.resume(new Outcome(null, null));
            yielded[0] = true;
          }
        });
    return yielded[0];
  }

  private void finished(ProgramThread thread, Outcome outcome) {
    threads.remove(thread);
    if (thread.owner() == null) {
      mainOutcome = outcome;
      return;
    }
    if (outcome.isFailure() && !thread.body().isDone()) {
      thread.body().ended(outcome);
    }
    thread.owner().bodyFinished();
  }

  private void save() {
    try {
      host.save(this);
    } catch (ProgramNotSerialisableException e) {
      unsaveable = e;
      stop(e);
      post(() -> {});
    } catch (IOException e) {
      host.warn("The state of the program could not be written: " + e);
    }
  }
}
