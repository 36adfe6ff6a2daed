package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.CheckReport;
import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tests and linters, service by service. */
final class CheckSection implements Section {
  @Override
  public String id() {
    return "checks";
  }

  @Override
  public String title() {
    return "Checks";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.checks().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    Map<String, List<CheckReport>> services =
        run.checks().stream()
            .collect(
                Collectors.groupingBy(
                    check -> check.service() == null ? "" : check.service(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    out.element("p", summary(run.checks()), "class", "summary");
    Table table =
        new Table(
            out,
            "Checks by service",
            "Service",
            "Check",
            "Result",
            "Tests#",
            "Failed#",
            "Skipped#",
            "Lines covered#",
            "Took#");
    services.values().forEach(checks -> checks.forEach(check -> row(table, check)));
    table.end();
  }

  private static void row(Table table, CheckReport check) {
    boolean counted = check.tests() > 0;
    table.row(
        Cell.text(check.service()),
        Cell.text(check.name()),
        Cell.badge(check.result()),
        Cell.text(counted ? HumanTime.count(check.tests()) : null),
        Cell.text(counted ? HumanTime.count(check.failed()) : null),
        Cell.text(counted ? HumanTime.count(check.skipped()) : null),
        Cell.text(coverage(check.lineCoverage())),
        Cell.took(check.durationMillis()));
  }

  private static String summary(List<CheckReport> checks) {
    long tests = checks.stream().mapToLong(CheckReport::tests).sum();
    long failed = checks.stream().mapToLong(CheckReport::failed).sum();
    return HumanTime.count(checks.size(), "check")
        + ", "
        + HumanTime.count(tests, "test")
        + (failed == 0 ? ", none failed" : ", " + HumanTime.count(failed) + " failed");
  }

  /** Rounded down: 99.96 % covered is not everything covered. */
  private static String coverage(Double share) {
    return share == null
        ? null
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1_000) / 10);
  }
}
