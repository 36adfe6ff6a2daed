package io.jenkins.plugins.austa.plugin.run;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import java.io.IOException;
import java.util.Optional;

/** Why a run failed; kept with the run, whether or not it got as far as a plan. */
public final class FailureAction extends InvisibleAction {
  // Not the record itself: XStream, by which Jenkins keeps builds, cannot read records back.
  private final FailureKind kind;
  private final String result;
  private final String message;

  private FailureAction(RunFailure failure) {
    this.kind = failure.kind();
    this.result = failure.result();
    this.message = failure.message();
  }

  /** Keeps a failure in place of an earlier one. */
  public static void keep(Run<?, ?> run, RunFailure failure) throws IOException {
    run.addOrReplaceAction(new FailureAction(failure));
    run.save();
  }

  /** Why a run failed; empty when it has not, or has not said so. */
  public static Optional<RunFailure> find(Run<?, ?> run) {
    return Optional.ofNullable(run.getAction(FailureAction.class))
        .map(action -> new RunFailure(action.kind, action.result, action.message));
  }
}
