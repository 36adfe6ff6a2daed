package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.checks.CheckReportException;
import io.jenkins.plugins.austa.engine.checks.CoverageReports;
import io.jenkins.plugins.austa.engine.checks.JunitReports;
import io.jenkins.plugins.austa.engine.checks.JunitSummary;
import io.jenkins.plugins.austa.engine.plan.CheckPlan;
import java.io.File;
import jenkins.MasterToSlaveFileCallable;

/** Reads a check's reports where they lie, on the agent. */
final class ReadCheckOutcome extends MasterToSlaveFileCallable<CheckOutcome> {
  private static final long serialVersionUID = 1L;

  private final String junit;
  private final String coverage;
  private final int exitCode;

  ReadCheckOutcome(CheckPlan plan, int exitCode) {
    this.junit = plan.junit();
    this.coverage = plan.coverage();
    this.exitCode = exitCode;
  }

  @Override
  public CheckOutcome invoke(File workspace, VirtualChannel channel) {
    try {
      JunitSummary tests =
          junit == null ? null : JunitReports.read(new File(workspace, junit).toPath());
      Double covered =
          coverage == null
              ? null
              : CoverageReports.read(new File(workspace, coverage).toPath()).percent() / 100;
      return new CheckOutcome(exitCode, tests, covered, null);
    } catch (CheckReportException e) {
      return new CheckOutcome(exitCode, null, null, e.getMessage());
    }
  }
}
