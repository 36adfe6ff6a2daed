package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.plan.CheckPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaResult}: judges checks by their exit codes and by the test reports they were to
 * write. The reports of all are read on the agent in one go.
 */
public final class AustaResultStep extends Step {
  private final Map<String, Integer> exitCodes;
  private boolean recordOnly;

  /**
   * @param exitCodes what each check's command ended with, by the check's title
   */
  @DataBoundConstructor
  public AustaResultStep(Map<String, Integer> exitCodes) {
    this.exitCodes = new LinkedHashMap<>(exitCodes == null ? Map.of() : exitCodes);
  }

  /** What each check's command ended with, by the check's title. */
  public Map<String, Integer> getExitCodes() {
    return new LinkedHashMap<>(exitCodes);
  }

  /** Whether a check that failed is only recorded. */
  public boolean isRecordOnly() {
    return recordOnly;
  }

  /** Sets whether a check that failed is only recorded, as where something else ends the run. */
  @DataBoundSetter
  public void setRecordOnly(boolean recordOnly) {
    this.recordOnly = recordOnly;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Integer> exitCodes;
    private final boolean recordOnly;

    Execution(StepContext context, AustaResultStep step) {
      super(context, FailureKind.TESTS);
      this.exitCodes = new LinkedHashMap<>(step.exitCodes);
      this.recordOnly = step.recordOnly;
    }

    @Override
    Void work() throws Exception {
      Map<String, CheckPlan> plans = plans(action().plan());
      List<String> failed = new ArrayList<>();
      Map<String, CheckOutcome> outcomes =
          workspace().act(new ReadCheckOutcomes(plans.values(), exitCodes));
      for (Map.Entry<String, CheckOutcome> each : outcomes.entrySet()) {
        CheckPlan plan = plans.get(each.getKey());
        CheckOutcome outcome = each.getValue();
        action().report().addCheck(outcome.report(plan.service(), plan.name()));
        log(plan.title() + ": " + outcome.summary());
        if (outcome.failed()) {
          failed.add(plan.title() + " failed: " + outcome.summary());
        }
      }
      if (!failed.isEmpty() && !recordOnly) {
        throw new AbortException(String.join("; ", failed));
      }
      return null;
    }

    private Map<String, CheckPlan> plans(PipelinePlan plan) throws AbortException {
      Map<String, CheckPlan> plans = new LinkedHashMap<>();
      for (String title : exitCodes.keySet()) {
        plans.put(
            title,
            plan.services().stream()
                .flatMap(service -> service.checks().stream())
                .filter(check -> check.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AbortException("The plan has no check \"" + title + "\".")));
      }
      return plans;
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaResult", "Judge checks", Run.class, TaskListener.class, FilePath.class);
    }
  }
}
