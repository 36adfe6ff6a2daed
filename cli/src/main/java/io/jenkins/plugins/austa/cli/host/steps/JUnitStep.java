package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Reads JUnit reports; failed tests make the run unstable. */
@Ignores({
  "checksName",
  "healthScaleFactor",
  "keepLongStdio",
  "keepProperties",
  "keepTestNames",
  "skipOldReports",
  "skipPublishingChecks",
  "stdioRetention",
  "testDataPublishers"
})
public final class JUnitStep extends Step {
  private final String testResults;
  private boolean allowEmptyResults;
  private boolean skipMarkingBuildUnstable;
  private boolean skipMarkingStageUnstable;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public JUnitStep(String testResults) {
    this.testResults = testResults;
  }

  /** Sets {@code allowEmptyResults}. */
  @DataBoundSetter
  public void setAllowEmptyResults(boolean allowEmptyResults) {
    this.allowEmptyResults = allowEmptyResults;
  }

  /** Sets {@code skipMarkingBuildUnstable}. */
  @DataBoundSetter
  public void setSkipMarkingBuildUnstable(boolean skipMarkingBuildUnstable) {
    this.skipMarkingBuildUnstable = skipMarkingBuildUnstable;
  }

  /** Sets {@code skipMarkingStageUnstable}. */
  @DataBoundSetter
  public void setSkipMarkingStageUnstable(boolean skipMarkingStageUnstable) {
    this.skipMarkingStageUnstable = skipMarkingStageUnstable;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronousNonBlocking(
        context, c -> new JUnitReports(testResults, allowEmptyResults).record(c, marks()));
  }

  private JUnitReports.Marks marks() {
    return new JUnitReports.Marks(!skipMarkingBuildUnstable, !skipMarkingStageUnstable);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("junit", false, TaskListener.class, FilePath.class, Run.class);
    }
  }
}
