package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** npm's own totals at the end of its audit report, and whether they fit what was read. */
final class NpmAuditTotals {
  static final String ONLY_INFO = "npm rates all its findings as information only";

  private final ReportTokens tokens;
  private final Map<String, Integer> vulnerabilities = new HashMap<>();
  private final Map<String, Integer> dependencies = new HashMap<>();
  private int packagesSeen;

  NpmAuditTotals(ReportTokens tokens) {
    this.tokens = tokens;
  }

  static boolean onlyInfo(ScanReport report) {
    return report.notes().stream().anyMatch(note -> note.endsWith(ONLY_INFO));
  }

  void packageSeen() {
    packagesSeen++;
  }

  void read() throws IOException, BrokenReportException {
    tokens.object(
        name -> {
          switch (name) {
            case "vulnerabilities" -> counts(vulnerabilities);
            case "dependencies" -> counts(dependencies);
            default -> {}
          }
        });
  }

  /** Refuses a report whose totals are missing or do not fit its list. */
  void check(ExpectedScan scan, ReportSummary summary) throws BrokenReportException {
    Integer total = vulnerabilities.get("total");
    if (total == null) {
      throw broken("npm's totals are missing from the report", scan);
    }
    if (total != packagesSeen) {
      throw broken(
          "npm counts " + total + " vulnerable packages, but the report lists " + packagesSeen,
          scan);
    }
    if (total > 0 && summary.findings() == 0) {
      throw broken(
          "npm counts " + total + " vulnerable packages, but the report has no advisory", scan);
    }
    if (total > 0 && total.equals(vulnerabilities.get("info"))) {
      summary.note(ONLY_INFO);
    }
    // The root package counts as a production dependency, so that a tree without any is still one.
    int scanned =
        dependencies.getOrDefault("prod", 0)
            + dependencies.getOrDefault("dev", 0)
            + dependencies.getOrDefault("optional", 0)
            + dependencies.getOrDefault("peer", 0);
    if (scanned > 0) {
      summary.target(
          "package-lock.json, " + dependencies.getOrDefault("total", scanned) + " dependencies");
    }
  }

  private void counts(Map<String, Integer> into) throws IOException, BrokenReportException {
    tokens.object(name -> into.put(name, tokens.number()));
  }

  private static BrokenReportException broken(String what, ExpectedScan scan) {
    return new BrokenReportException(what, scan.report(), ReportTokens.SCAN_AGAIN);
  }
}
