package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.gate.ConfiguredPolicy;
import io.jenkins.plugins.austa.engine.gate.ExpectedScan;
import io.jenkins.plugins.austa.engine.gate.GatePolicy;
import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import io.jenkins.plugins.austa.engine.plan.ImageScans;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ScanPlan;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Reads the scanners' reports where they lie, on the agent, and sends back the verdict alone. */
final class JudgeScans extends MasterToSlaveFileCallable<GateVerdict> {
  private static final long serialVersionUID = 1L;

  private final GatePolicy policy;
  private final String baseline;
  private final ArrayList<ExpectedScan> expected;
  private final HashMap<String, LinkedHashSet<String>> built;

  private JudgeScans(
      GatePolicy policy,
      String baseline,
      List<ExpectedScan> expected,
      Map<String, LinkedHashSet<String>> built) {
    this.policy = policy;
    this.baseline = baseline;
    this.expected = new ArrayList<>(expected);
    this.built = new HashMap<>(built);
  }

  static JudgeScans of(AustaAction action, boolean withImages) {
    PipelinePlan plan = action.plan();
    List<ScanPlan> scans = new ArrayList<>(plan.scans());
    Map<String, LinkedHashSet<String>> built = new HashMap<>();
    if (withImages) {
      scans.addAll(ImageScans.plan(plan, action.images()));
      action
          .images()
          .keySet()
          .forEach(service -> built.put(service, new LinkedHashSet<>(plan.platforms())));
    }
    Map<String, Integer> exitCodes = action.exitCodes();
    List<ExpectedScan> expected =
        scans.stream().map(scan -> expected(scan, exitCodes.get(scan.report()))).toList();
    return new JudgeScans(
        ConfiguredPolicy.of(plan.security()), plan.security().baseline(), expected, built);
  }

  private static ExpectedScan expected(ScanPlan scan, Integer exitCode) {
    return new ExpectedScan(
        scan.scanner(), scan.service(), scan.platform(), scan.report(), exitCode);
  }

  @Override
  public GateVerdict invoke(File workspace, VirtualChannel channel) {
    return SecurityGate.withBaseline(policy, workspace.toPath().resolve(baseline))
        .examine(workspace.toPath(), expected, built, LocalDate.now(ZoneOffset.UTC))
        .verdict();
  }
}
