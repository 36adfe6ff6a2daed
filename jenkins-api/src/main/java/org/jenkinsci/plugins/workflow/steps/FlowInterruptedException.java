package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Functions;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;

/** A pipeline, or part of it, is to end with a result. */
public final class FlowInterruptedException extends InterruptedException {
  private static final long serialVersionUID = 1L;

  private final @NonNull Result result;
  private final @NonNull List<CauseOfInterruption> causes;
  private boolean actualInterruption;

  /** Interrupts the build. */
  @Deprecated
  public FlowInterruptedException(@NonNull Result result, @NonNull CauseOfInterruption... causes) {
    this(result, true, causes);
  }

  /**
   * Ends with {@code result}.
   *
   * @param actualInterruption whether the build is interrupted, not merely failed
   */
  public FlowInterruptedException(
      @NonNull Result result, boolean actualInterruption, @NonNull CauseOfInterruption... causes) {
    this.result = result;
    this.causes = Arrays.asList(causes.clone());
    this.actualInterruption = actualInterruption;
  }

  /** Returns the result to end with. */
  public @NonNull Result getResult() {
    return result;
  }

  /** Returns why. */
  public @NonNull List<CauseOfInterruption> getCauses() {
    return causes;
  }

  /** Returns whether the build is interrupted, not merely failed. */
  public boolean isActualInterruption() {
    return actualInterruption;
  }

  /** Says whether the build is interrupted, not merely failed. */
  public void setActualInterruption(boolean actualInterruption) {
    this.actualInterruption = actualInterruption;
  }

  @Override
  public String getMessage() {
    return causes.stream()
        .map(CauseOfInterruption::getShortDescription)
        .collect(Collectors.joining(", "));
  }

  /** Attaches the causes to {@code run} and writes those it did not have to the log. */
  public void handle(Run<?, ?> run, TaskListener listener) {
    Set<CauseOfInterruption> fresh = new LinkedHashSet<>(causes);
    for (InterruptedBuildAction known : run.getActions(InterruptedBuildAction.class)) {
      known.getCauses().forEach(fresh::remove);
    }
    if (!fresh.isEmpty()) {
      run.addAction(new InterruptedBuildAction(fresh));
      fresh.forEach(each -> each.print(listener));
    }
    print(getCause(), run, listener);
    for (Throwable each : getSuppressed()) {
      print(each, run, listener);
    }
  }

  private static void print(@CheckForNull Throwable t, Run<?, ?> run, TaskListener listener) {
    if (t instanceof AbortException) {
      listener.getLogger().println(t.getMessage());
    } else if (t instanceof FlowInterruptedException other) {
      other.handle(run, listener);
    } else if (t != null) {
      Functions.printStackTrace(t, listener.getLogger());
    }
  }
}
