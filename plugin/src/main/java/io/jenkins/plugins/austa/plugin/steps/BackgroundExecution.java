package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * A step whose work takes a moment and blocks neither the program nor an executor. The work can be
 * done twice with the same outcome, so after a restart of the controller in the middle of it, it is
 * simply done again (a message may then be sent twice). What goes wrong in a way the user can mend
 * ends as one message, not as a stack trace, and says of which kind it is.
 *
 * @param <T> what the step returns
 */
abstract class BackgroundExecution<T> extends GeneralNonBlockingStepExecution {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;

  /**
   * @param kind what it means when the work fails and does not say of which kind that is
   */
  BackgroundExecution(@NonNull StepContext context, FailureKind kind) {
    super(context);
    this.kind = kind;
  }

  /** Does the work; may be called again when it has been done already. */
  abstract T work() throws Exception;

  /**
   * Whether the work asks nothing of any file or machine, so that it is done where the program
   * runs.
   */
  boolean isQuick() {
    return false;
  }

  @Override
  public final boolean start() throws Exception {
    if (isQuick()) {
      attempt();
      return true;
    }
    run(this::attempt);
    return false;
  }

  @Override
  public final void onResume() {
    run(this::attempt);
  }

  /** A restart may come at any time: the work is done again. */
  @Override
  public final boolean blocksRestart() {
    return false;
  }

  private void attempt() throws Exception {
    getContext().onSuccess(attempted());
  }

  private T attempted() throws Exception {
    try {
      return work();
    } catch (DeliveryFailedException e) {
      throw e;
    } catch (InvalidConfigException | IllegalArgumentException e) {
      // The engine's words for input that it cannot use; the message says which and why.
      throw new DeliveryFailedException(FailureKind.CONFIGURATION, e.getMessage());
    } catch (AbortException e) {
      throw new DeliveryFailedException(kind, e.getMessage());
    } catch (RolloutException e) {
      throw Messages.of(e, kind);
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
