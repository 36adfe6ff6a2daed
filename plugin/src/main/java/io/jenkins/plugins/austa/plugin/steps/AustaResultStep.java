package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.plan.CheckPlan;
import io.jenkins.plugins.austa.engine.report.CheckReport;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaResult}: judges one check by its exit code and by the test report it was to write.
 */
public final class AustaResultStep extends Step {
  private final String service;
  private final String check;
  private final int exitCode;

  /**
   * @param service the service
   * @param check the check's name
   * @param exitCode what its command ended with
   */
  @DataBoundConstructor
  public AustaResultStep(String service, String check, int exitCode) {
    this.service = service;
    this.check = check;
    this.exitCode = exitCode;
  }

  /** The service. */
  public String getService() {
    return service;
  }

  /** The check's name. */
  public String getCheck() {
    return check;
  }

  /** What its command ended with. */
  public int getExitCode() {
    return exitCode;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final String service;
    private final String check;
    private final int exitCode;

    Execution(StepContext context, AustaResultStep step) {
      super(context, FailureKind.TESTS);
      this.service = step.service;
      this.check = step.check;
      this.exitCode = step.exitCode;
    }

    @Override
    Void work() throws Exception {
      CheckPlan plan = plan();
      CheckOutcome outcome = workspace().act(new ReadCheckOutcome(plan, exitCode));
      CheckReport report = outcome.report(service, check);
      action().report().addCheck(report);
      log(service + " " + check + ": " + outcome.summary());
      if (outcome.failed()) {
        throw new AbortException(service + " " + check + " failed: " + outcome.summary());
      }
      return null;
    }

    private CheckPlan plan() throws Exception {
      return action().plan().services().stream()
          .flatMap(one -> one.checks().stream())
          .filter(one -> one.service().equals(service) && one.name().equals(check))
          .findFirst()
          .orElseThrow(
              () ->
                  new AbortException(
                      "The plan has no check \"" + check + "\" of \"" + service + "\"."));
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaResult", "Judge a check", Run.class, TaskListener.class, FilePath.class);
    }
  }
}
