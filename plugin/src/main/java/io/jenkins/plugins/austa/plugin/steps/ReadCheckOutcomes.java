package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.checks.CheckReportException;
import io.jenkins.plugins.austa.engine.checks.CoverageReports;
import io.jenkins.plugins.austa.engine.checks.JunitReports;
import io.jenkins.plugins.austa.engine.checks.JunitSummary;
import io.jenkins.plugins.austa.engine.plan.CheckPlan;
import java.io.File;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Reads checks' reports where they lie, on the agent; yields outcomes by the checks' titles. */
final class ReadCheckOutcomes
    extends MasterToSlaveFileCallable<LinkedHashMap<String, CheckOutcome>> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Wanted> wanted = new ArrayList<>();

  /**
   * @param checks each with its exit code
   * @param exitCodes by the checks' titles
   */
  ReadCheckOutcomes(Collection<CheckPlan> checks, Map<String, Integer> exitCodes) {
    for (CheckPlan check : checks) {
      String title = check.title();
      wanted.add(new Wanted(title, check.junit(), check.coverage(), exitCodes.get(title)));
    }
  }

  @Override
  public LinkedHashMap<String, CheckOutcome> invoke(File workspace, VirtualChannel channel) {
    LinkedHashMap<String, CheckOutcome> outcomes = new LinkedHashMap<>();
    for (Wanted each : List.copyOf(wanted)) {
      outcomes.put(each.title, each.read(workspace));
    }
    return outcomes;
  }

  private record Wanted(String title, String junit, String coverage, int exitCode)
      implements Serializable {

    private CheckOutcome read(File workspace) {
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
}
