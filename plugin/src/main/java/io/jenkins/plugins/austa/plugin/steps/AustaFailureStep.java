package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.ApprovalReport;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.FailureAction;
import io.jenkins.plugins.austa.plugin.run.Failures;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaFailure}: says of which kind the error is that ends the run: in the log, in the
 * build's description unless it has one, and later in report and messages. Returns {@code result},
 * {@code kind} and {@code failure}. Fails nothing itself.
 */
public final class AustaFailureStep extends Step {
  private final Throwable error;

  /**
   * @param error what was caught
   */
  @DataBoundConstructor
  public AustaFailureStep(Throwable error) {
    this.error = error;
  }

  /** What was caught. */
  public Throwable getError() {
    return error;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, error);
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DESCRIPTION = 200;

    private final Throwable error;

    Execution(StepContext context, Throwable error) {
      super(context, FailureKind.INTERNAL);
      this.error = error == null ? new IllegalArgumentException("no error was given") : error;
    }

    @Override
    Map<String, Object> work() throws Exception {
      Run<?, ?> run = build();
      AustaAction action = AustaAction.find(run).orElse(null);
      RunFailure failure = new Failures(action).of(error);
      if (action != null && action.awaiting().isPresent()) {
        tellApproval(action, failure);
      }
      FailureAction.keep(run, failure);
      describe(run, failure.line());
      log(failure.line());
      return PlanView.map(
          "result", failure.result(), "kind", failure.kind().name(), "failure", failure.essence());
    }

    private static void tellApproval(AustaAction action, RunFailure failure) {
      String environment = action.awaiting().orElseThrow();
      String decision =
          switch (failure.kind()) {
            case APPROVAL_TIMED_OUT -> "timed out";
            case APPROVAL_REJECTED -> "rejected";
            default -> null;
          };
      boolean told =
          action.report().approvals().stream()
              .anyMatch(approval -> environment.equals(approval.environment()));
      if (decision != null && !told) {
        action
            .report()
            .addApproval(
                new ApprovalReport(
                    environment, decision, null, Instant.now(), failure.essence(), false));
      }
    }

    private static void describe(Run<?, ?> run, String line) throws IOException {
      String known = run.getDescription();
      if (known == null || known.isBlank()) {
        run.setDescription(
            line.length() > LONGEST_DESCRIPTION
                ? line.substring(0, LONGEST_DESCRIPTION) + "…"
                : line);
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaFailure", "Say why the run fails", Run.class, TaskListener.class);
    }
  }
}
