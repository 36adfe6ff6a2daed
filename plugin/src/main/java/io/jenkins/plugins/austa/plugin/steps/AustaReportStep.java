package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import io.jenkins.plugins.austa.engine.report.RunHead;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportCollector;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import io.jenkins.plugins.austa.engine.report.html.HtmlReport;
import io.jenkins.plugins.austa.plugin.library.WriteFiles;
import io.jenkins.plugins.austa.plugin.run.AuditFolder;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.FailureAction;
import io.jenkins.plugins.austa.plugin.run.FlowReader;
import io.jenkins.plugins.austa.plugin.run.FlowSummary;
import io.jenkins.plugins.austa.plugin.run.Participants;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaReport}: writes {@code .austa/report/run.json} and {@code report.html} into the
 * workspace: what the steps decided, and the stages and branches of the run's flow graph. The
 * stages around this step are shown as if they ended with it, see {@link
 * io.jenkins.plugins.austa.engine.report.StageTree}; steps and nodes are counted up to and with it.
 */
public final class AustaReportStep extends Step {
  private String failure;
  private String result = "SUCCESS";

  /** Writes the report of this run. */
  @DataBoundConstructor
  public AustaReportStep() {}

  /** Why the run failed, in one line; null when it did not. */
  public String getFailure() {
    return failure;
  }

  /** Sets why the run failed. */
  @DataBoundSetter
  public void setFailure(String failure) {
    this.failure = Util.fixEmptyAndTrim(failure);
  }

  /** How the run ends: SUCCESS, FAILURE or ABORTED. */
  public String getResult() {
    return result;
  }

  /** Sets how the run ends; a worse result that the build already has counts. */
  @DataBoundSetter
  public void setResult(String result) {
    String given = Util.fixEmptyAndTrim(result);
    this.result = given == null ? this.result : given;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final String failure;
    private final String result;

    Execution(StepContext context, AustaReportStep step) {
      super(context, FailureKind.INTERNAL);
      this.failure = step.failure;
      this.result = step.result;
    }

    @Override
    Void work() throws Exception {
      Optional<AustaAction> action = AustaAction.find(build());
      FlowSummary flow = flow();
      RunReportCollector collector =
          action.map(AustaAction::report).orElseGet(RunReportCollector::new);
      RunHead head = head(action.map(AustaAction::plan), flow);
      RunReport report = collector.report(head, flow.stages(), null);
      String json = RunReportJson.toJson(report);
      workspace()
          .act(
              new WriteFiles()
                  .add(PlannedFiles.REPORT + "/run.json", json)
                  .add(PlannedFiles.REPORT + "/report.html", HtmlReport.toArtifact(report))
                  .add(
                      PlannedFiles.REPORT + "/" + HtmlReport.STYLE_SHEET, HtmlReport.styleSheet()));
      keep(json);
      return null;
    }

    /**
     * A delivery is not undone because its record could not be kept, but nobody may overlook it.
     */
    private void keep(String json) throws IOException, InterruptedException {
      try {
        AuditFolder.keep(build(), json);
      } catch (AbortException e) {
        log(e.getMessage());
        build().setResult(Result.UNSTABLE);
      }
    }

    private FlowSummary flow() throws IOException, InterruptedException {
      FlowNode here = getContext().get(FlowNode.class);
      return FlowReader.read(here.getExecution(), here, build().getStartTimeInMillis());
    }

    private RunHead head(Optional<PipelinePlan> plan, FlowSummary flow) throws Exception {
      Run<?, ?> run = build();
      Result ended = Result.fromString(result);
      Result known = run.getResult();
      Instant started = Instant.ofEpochMilli(run.getStartTimeInMillis());
      return new RunHead(
          plan.map(PipelinePlan::platform).orElse(run.getParent().getDisplayName()),
          (known == null ? ended : known.combine(ended)).toString(),
          plan.map(PipelinePlan::branch).orElse(null),
          plan.map(PipelinePlan::commit).orElse(null),
          plan.map(PipelinePlan::version).orElse(null),
          String.join(", ", Participants.starters(run)),
          started,
          System.currentTimeMillis() - started.toEpochMilli(),
          flow.steps(),
          flow.nodes(),
          failure,
          FailureAction.find(run).map(RunFailure::kind).orElse(null));
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaReport",
          "Write the report",
          Run.class,
          TaskListener.class,
          FilePath.class,
          FlowNode.class);
    }
  }
}
