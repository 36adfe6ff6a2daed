package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.gate.ExpectedScan;
import io.jenkins.plugins.austa.engine.gate.GatePolicy;
import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import io.jenkins.plugins.austa.engine.gate.Severity;
import io.jenkins.plugins.austa.engine.gate.Suppression;
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
  private final ArrayList<ExpectedScan> expected;
  private final HashMap<String, LinkedHashSet<String>> built;

  private JudgeScans(
      GatePolicy policy, List<ExpectedScan> expected, Map<String, LinkedHashSet<String>> built) {
    this.policy = policy;
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
    return new JudgeScans(policy(plan.security()), expected, built);
  }

  private static ExpectedScan expected(ScanPlan scan, Integer exitCode) {
    return new ExpectedScan(
        scan.scanner(), scan.service(), scan.platform(), scan.report(), exitCode);
  }

  private static GatePolicy policy(AustaConfig.Security security) {
    List<Suppression> suppressions =
        security.suppressions().stream()
            .map(
                one ->
                    new Suppression(
                        one.id(), one.reason(), one.owner(), LocalDate.parse(one.until())))
            .toList();
    return GatePolicy.defaults()
        .withThreshold(Severity.valueOf(security.threshold().name()))
        .withSuppressions(suppressions);
  }

  @Override
  public GateVerdict invoke(File workspace, VirtualChannel channel) {
    return new SecurityGate(policy)
        .judge(workspace.toPath(), expected, built, LocalDate.now(ZoneOffset.UTC));
  }
}
