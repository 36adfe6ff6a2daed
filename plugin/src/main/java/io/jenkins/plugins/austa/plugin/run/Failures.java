package io.jenkins.plugins.austa.plugin.run;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import java.io.IOException;
import java.util.Optional;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.TimeoutStepExecution.ExceededTimeout;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/**
 * Says of which kind an error is that ended a run. Our own steps say so themselves; of the steps of
 * others ({@code sh}, {@code input}, {@code withCredentials}, …) it shows in what they throw and in
 * what the run was about to do.
 */
public final class Failures {
  private final AustaAction action;

  /**
   * @param action the record of the run; null when it has no plan
   */
  public Failures(AustaAction action) {
    this.action = action;
  }

  /**
   * Why a run ended: as it has said itself, else what its error means.
   *
   * @param error what escaped from the run; empty when it came to its end
   */
  public static Optional<RunFailure> of(Run<?, ?> run, Optional<Throwable> error) {
    return error.map(
        escaped ->
            FailureAction.find(run)
                .orElseGet(() -> new Failures(AustaAction.find(run).orElse(null)).of(escaped)));
  }

  /** The failure that an error means. */
  public RunFailure of(Throwable error) {
    Optional<FlowInterruptedException> stopped = stopped(error);
    if (stopped.isPresent()) {
      return interrupted(stopped.get());
    }
    FailureKind kind = kind(error);
    return new RunFailure(kind, Result.FAILURE.toString(), message(kind, error));
  }

  /**
   * What stopped the run, if anything did. Jenkins stops the commands of parallel branches one by
   * one, and stopping one kills its neighbours in the same workspace. So their branches fail with
   * exit code 143 before they are told to stop, and {@code parallel} takes such a failure for the
   * cause and hangs the interruption below it.
   */
  private static Optional<FlowInterruptedException> stopped(Throwable error) {
    if (error instanceof FlowInterruptedException interrupted) {
      return Optional.of(interrupted);
    }
    for (Throwable beside : error.getSuppressed()) {
      Optional<FlowInterruptedException> found =
          stopped(beside)
              .filter(one -> one.isActualInterruption() && !has(one, ExceededTimeout.class));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private RunFailure interrupted(FlowInterruptedException interrupted) {
    String reason = interrupted.getMessage();
    String where = action == null ? null : action.awaiting().orElse(null);
    FailureKind kind = FailureKind.ABORTED;
    if (has(interrupted, Rejection.class)) {
      kind = FailureKind.APPROVAL_REJECTED;
    } else if (where != null && has(interrupted, ExceededTimeout.class)) {
      kind = FailureKind.APPROVAL_TIMED_OUT;
      reason = "nobody answered in time";
    } else if (!interrupted.isActualInterruption() && !has(interrupted, ExceededTimeout.class)) {
      // So Jenkins ends what ran on an agent that has gone.
      kind = FailureKind.ENVIRONMENT;
    }
    boolean known = reason != null && !reason.isBlank();
    String message = known ? reason : "the run was stopped";
    boolean asked = kind == FailureKind.APPROVAL_REJECTED || kind == FailureKind.APPROVAL_TIMED_OUT;
    return new RunFailure(
        kind,
        interrupted.getResult().toString(),
        asked && where != null ? where + ": " + message : message);
  }

  private static boolean has(
      FlowInterruptedException interrupted, Class<? extends CauseOfInterruption> cause) {
    return interrupted.getCauses().stream().anyMatch(cause::isInstance);
  }

  private FailureKind kind(Throwable error) {
    if (error instanceof DeliveryFailedException failed) {
      return failed.kind();
    }
    if (error instanceof CredentialNotFoundException
        || error instanceof ClusterException
        || error instanceof NoSuchMethodError) {
      return FailureKind.ENVIRONMENT;
    }
    if (error instanceof AbortException) {
      return action == null ? FailureKind.ENVIRONMENT : action.underWay();
    }
    return error instanceof IOException ? FailureKind.ENVIRONMENT : FailureKind.INTERNAL;
  }

  private static String message(FailureKind kind, Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.toString();
    }
    if (error instanceof CredentialNotFoundException) {
      return message
          + ". Add it under Credentials, or name another one under Manage Jenkins › AUSTA"
          + " Pipeline.";
    }
    return kind == FailureKind.INTERNAL ? error.toString() : message;
  }
}
