package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.gate.Baseline;
import io.jenkins.plugins.austa.engine.gate.BrokenReportException;
import io.jenkins.plugins.austa.engine.gate.GateOutcome;
import io.jenkins.plugins.austa.engine.gate.GateTable;
import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.plan.ScanPlan;
import io.jenkins.plugins.austa.engine.plan.TargetPolicy;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.util.BuildListenerAdapter;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaGate}: one verdict over the reports of all scanners so far. The reports are read on
 * the agent; a bounded summary comes back.
 */
public final class AustaGateStep extends Step {
  static final String IMAGES = "images";
  private static final List<String> KNOWN = List.of("sources", IMAGES);

  private final String scans;
  private Map<String, Integer> exitCodes = new HashMap<>();

  /**
   * @param scans {@code sources}, or {@code images} once those have been scanned too
   */
  @DataBoundConstructor
  public AustaGateStep(String scans) {
    this.scans = scans;
  }

  /** Which scans have been made: {@code sources} or {@code images}. */
  public String getScans() {
    return scans;
  }

  /** The exit code of each scan, by its report. */
  public Map<String, Integer> getExitCodes() {
    return new HashMap<>(exitCodes);
  }

  /** Sets the exit code of each scan, by its report. */
  @DataBoundSetter
  public void setExitCodes(Map<String, Integer> exitCodes) {
    this.exitCodes = new HashMap<>(exitCodes);
  }

  @Override
  public StepExecution start(StepContext context) throws DeliveryFailedException {
    if (!KNOWN.contains(String.valueOf(scans))) {
      // Anything else taken for "sources" would let images pass that nobody judged.
      throw new DeliveryFailedException(
          FailureKind.CONFIGURATION,
          "austaGate: scans is \""
              + scans
              + "\"; allowed are "
              + String.join(" and ", KNOWN)
              + ".");
    }
    return new Execution(context, IMAGES.equals(scans), exitCodes);
  }

  private static final class Execution extends BackgroundExecution<String> {
    private static final long serialVersionUID = 1L;

    private final boolean withImages;
    private final HashMap<String, Integer> exitCodes;

    Execution(StepContext context, boolean withImages, Map<String, Integer> exitCodes) {
      super(context, FailureKind.SECURITY_GATE);
      this.withImages = withImages;
      this.exitCodes = new HashMap<>(exitCodes);
    }

    @Override
    String work() throws Exception {
      AustaAction action = action();
      action.addExitCodes(exitCodes);
      FilePath workspace = workspace();
      JudgedScans judged = workspace.act(JudgeScans.of(action, withImages, previous(action)));
      keep(workspace, judged.files());
      PreviousGate.keep(build(), judged.baseline());
      GateVerdict verdict = judged.verdict();
      action.report().setGate(GateReports.of(verdict));
      for (String line : GateTable.lines(verdict)) {
        log(line);
      }
      log("SARIF: " + judged.sarif().describe());
      if (!verdict.passed()) {
        throw new DeliveryFailedException(kind(verdict), GateReports.refusal(verdict));
      }
      action.setUnderWay(withImages ? FailureKind.DEPLOYMENT : FailureKind.BUILD);
      build().save();
      return verdict.outcome().name();
    }

    /** Whatever the verdict is, and wherever later stages run: their agents have none of this. */
    private void keep(FilePath workspace, List<String> files) throws Exception {
      Map<String, String> kept = new TreeMap<>();
      files.forEach(file -> kept.put(file, file));
      StepContext context = getContext();
      build()
          .pickArtifactManager()
          .archive(
              workspace,
              context.get(Launcher.class),
              BuildListenerAdapter.wrap(context.get(TaskListener.class)),
              kept);
    }

    private Baseline previous(AustaAction action) throws Exception {
      String target = TargetPolicy.find(action.plan()).map(ScanPlan::service).orElse(null);
      try {
        return PreviousGate.find(build(), target);
      } catch (BrokenReportException e) {
        log("what the last build knew cannot be read, so that every finding is new: " + e.what());
        return null;
      }
    }

    private static FailureKind kind(GateVerdict verdict) {
      return verdict.outcome() == GateOutcome.BROKEN
          ? FailureKind.SCANNER
          : FailureKind.SECURITY_GATE;
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaGate",
          "Judge the security scans",
          Run.class,
          TaskListener.class,
          FilePath.class,
          Launcher.class);
    }
  }
}
