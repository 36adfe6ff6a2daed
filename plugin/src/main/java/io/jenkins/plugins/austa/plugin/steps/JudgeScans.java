package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import io.jenkins.plugins.austa.engine.gate.Baseline;
import io.jenkins.plugins.austa.engine.gate.EffectivePolicy;
import io.jenkins.plugins.austa.engine.gate.ExpectedScan;
import io.jenkins.plugins.austa.engine.gate.GateResult;
import io.jenkins.plugins.austa.engine.gate.GateResultJson;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifFiles;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifLimits;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOptions;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOutput;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.ImageScans;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ScanPlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.plan.StageWork;
import io.jenkins.plugins.austa.engine.plan.TargetPolicy;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/**
 * Reads the scanners' reports where they lie, on the agent, writes the findings there, and sends
 * back a summary of bounded size.
 */
final class JudgeScans extends MasterToSlaveFileCallable<JudgedScans> {
  private static final long serialVersionUID = 1L;

  private final SecurityConfig policy;
  private final Baseline previous;
  private final ArrayList<ExpectedScan> expected = new ArrayList<>();
  private final HashMap<String, LinkedHashSet<String>> built = new HashMap<>();
  private final HashMap<String, String> folders = new HashMap<>();
  private String category = SarifOptions.ALL;
  private ExpectedScan targetPolicy;

  /**
   * @param previous what the last build knew; null when there is none
   */
  private JudgeScans(SecurityConfig policy, Baseline previous) {
    this.policy = policy;
    this.previous = previous;
  }

  static JudgeScans of(AustaAction action, boolean withImages, Baseline previous) {
    PipelinePlan plan = action.plan();
    JudgeScans judge = new JudgeScans(plan.security(), previous);
    List<ScanPlan> scans = new ArrayList<>();
    if (!withImages || isOneWorkspace(plan)) {
      scans.addAll(plan.scans());
    } else {
      judge.category = SarifOptions.IMAGES;
    }
    if (withImages) {
      scans.addAll(ofImages(plan, action.images()));
      for (String service : action.images().keySet()) {
        judge.built.put(service, new LinkedHashSet<>(plan.platforms()));
      }
    }
    Map<String, Integer> exitCodes = action.exitCodes();
    for (ScanPlan scan : scans) {
      judge.expect(scan, exitCodes.get(scan.report()));
    }
    for (ServicePlan service : plan.services()) {
      judge.folders.put(service.name(), service.path());
    }
    return judge;
  }

  /**
   * The scans of the images, and of the policy: on an agent of its own the build has neither the
   * policy nor any report of before, which has been judged where it lies.
   */
  static List<ScanPlan> ofImages(PipelinePlan plan, Map<String, String> images) {
    List<ScanPlan> scans = new ArrayList<>(ImageScans.plan(plan, images));
    TargetPolicy.find(plan).ifPresent(scans::add);
    return scans;
  }

  private static boolean isOneWorkspace(PipelinePlan plan) {
    return StageWork.verification(plan.agents()).stream()
        .anyMatch(
            work -> work.stages().containsAll(List.of(AgentStage.SECURITY, AgentStage.BUILD)));
  }

  private void expect(ScanPlan scan, Integer exitCode) {
    ExpectedScan one =
        new ExpectedScan(scan.scanner(), scan.service(), scan.platform(), scan.report(), exitCode);
    if (scan.scanner().equals(TargetPolicy.SCANNER)) {
      targetPolicy = one;
    } else {
      expected.add(one);
    }
  }

  @Override
  public JudgedScans invoke(File folder, VirtualChannel channel) throws IOException {
    Path workspace = folder.toPath();
    GateResult result =
        SecurityGate.of(effective(workspace), workspace, previous)
            .examine(workspace, expected, built, LocalDate.now(ZoneOffset.UTC));
    Path report = workspace.resolve(PlannedFiles.REPORT);
    Files.createDirectories(report);
    try (OutputStream out = Files.newOutputStream(workspace.resolve(JudgedScans.JSON))) {
      GateResultJson.write(result, out);
    }
    SarifOutput sarif =
        new SarifFiles(new SarifOptions(folders, false, category), SarifLimits.GITHUB)
            .write(result, report.resolve(PlannedFiles.SARIF));
    List<String> files =
        sarif.files().stream()
            .map(file -> workspace.relativize(Path.of(file)).toString())
            .map(file -> file.replace(File.separatorChar, '/'))
            .toList();
    return new JudgedScans(
        result.verdict(),
        Baseline.of(result),
        new SarifOutput(files, sarif.results(), sarif.leftOut()));
  }

  private EffectivePolicy effective(Path workspace) {
    return targetPolicy == null
        ? EffectivePolicy.own(policy)
        : EffectivePolicy.ofChange(
            policy,
            targetPolicy.service(),
            workspace.resolve(targetPolicy.report()),
            targetPolicy.exitCode());
  }
}
