package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Reads JUnit reports; failed tests make the run unstable. */
public final class JUnitStep extends Step {
  private final String testResults;
  private boolean allowEmptyResults;
  private boolean keepLongStdio;
  private String stdioRetention;
  private boolean keepProperties;
  private boolean keepTestNames;
  private double healthScaleFactor = 1.0;
  private boolean skipPublishingChecks;
  private String checksName;
  private boolean skipMarkingBuildUnstable;
  private boolean skipMarkingStageUnstable;
  private boolean skipOldReports;
  private List<Object> testDataPublishers = List.of();

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

  /** Sets {@code keepLongStdio}. */
  @DataBoundSetter
  public void setKeepLongStdio(boolean keepLongStdio) {
    this.keepLongStdio = keepLongStdio;
  }

  /** Sets {@code stdioRetention}. */
  @DataBoundSetter
  public void setStdioRetention(String stdioRetention) {
    this.stdioRetention = stdioRetention;
  }

  /** Sets {@code keepProperties}. */
  @DataBoundSetter
  public void setKeepProperties(boolean keepProperties) {
    this.keepProperties = keepProperties;
  }

  /** Sets {@code keepTestNames}. */
  @DataBoundSetter
  public void setKeepTestNames(boolean keepTestNames) {
    this.keepTestNames = keepTestNames;
  }

  /** Sets {@code healthScaleFactor}. */
  @DataBoundSetter
  public void setHealthScaleFactor(double healthScaleFactor) {
    this.healthScaleFactor = healthScaleFactor;
  }

  /** Sets {@code skipPublishingChecks}. */
  @DataBoundSetter
  public void setSkipPublishingChecks(boolean skipPublishingChecks) {
    this.skipPublishingChecks = skipPublishingChecks;
  }

  /** Sets {@code checksName}. */
  @DataBoundSetter
  public void setChecksName(String checksName) {
    this.checksName = checksName;
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

  /** Sets {@code skipOldReports}. */
  @DataBoundSetter
  public void setSkipOldReports(boolean skipOldReports) {
    this.skipOldReports = skipOldReports;
  }

  /** Sets {@code testDataPublishers}. */
  @DataBoundSetter
  public void setTestDataPublishers(List<Object> testDataPublishers) {
    this.testDataPublishers = testDataPublishers;
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
