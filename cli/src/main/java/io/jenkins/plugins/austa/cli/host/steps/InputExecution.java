package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.model.User;
import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** Asks the run's approval policy, or somebody at the terminal, and ends with the answer. */
final class InputExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final InputQuestion question;

  InputExecution(StepContext context, InputQuestion question) {
    super(context);
    this.question = question;
  }

  @Override
  public boolean start() throws Exception {
    HostServices services = HostServices.of(getContext());
    ApprovalPolicy policy = services.settings().approvals();
    getContext().get(TaskListener.class).getLogger().println(question.message());
    CompletableFuture<Boolean> asked =
        switch (policy.decisionFor(question.environment())) {
          case YES -> CompletableFuture.completedFuture(true);
          case NO -> CompletableFuture.completedFuture(false);
          case ASK -> services.settings().prompt().ask(question.message());
        };
    asked.whenComplete((yes, failure) -> answered(policy.user(), yes, failure));
    return false;
  }

  private void answered(String user, Boolean yes, Throwable failure) {
    try {
      if (failure != null) {
        throw new AbortException(
            "nobody could be asked '" + question.message() + "': " + failure.getMessage());
      }
      if (!question.mayAnswer(user)) {
        throw new AbortException(
            user + " may not answer '" + question.message() + "', only " + question.submitter());
      }
      if (!yes) {
        throw new FlowInterruptedException(Result.ABORTED, new Rejection(User.getById(user, true)));
      }
      getContext().get(TaskListener.class).getLogger().println("Approved by " + user);
      getContext().onSuccess(question.answer(user));
    } catch (Exception e) {
      getContext().onFailure(e);
    }
  }
}
