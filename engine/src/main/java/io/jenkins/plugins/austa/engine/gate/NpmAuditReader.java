package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;

/** Reads {@code npm audit --json}, report version 2 (npm 7 and newer). */
final class NpmAuditReader implements ReportReader {
  private static final int VERSION = 2;

  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    NpmAuditTotals totals = new NpmAuditTotals(tokens);
    tokens.document(
        name -> {
          switch (name) {
            case "auditReportVersion" -> requireVersion(tokens);
            case "vulnerabilities" ->
                tokens.object(
                    packageName -> {
                      totals.packageSeen();
                      new NpmAuditPackage(tokens, scan, summary, packageName).read();
                    });
            case "metadata" -> totals.read();
            default -> {}
          }
        });
    totals.check(scan, summary);
    return summary.end(
        "Run npm audit in the folder of the package-lock.json, after it was installed or locked");
  }

  /**
   * npm audit returns 0 when nothing was found and 1 when something was. Severity {@code info}
   * alone leaves it at 0, so a 0 contradicts a report only when npm counts something above that;
   * {@link NpmAuditTotals} records it as a note for this.
   */
  @Override
  public Optional<String> disagreement(int exitCode, ScanReport report) {
    return exitCode == 0 && NpmAuditTotals.onlyInfo(report)
        ? Optional.empty()
        : ReportReader.foundExactlyWith(1, exitCode, report);
  }

  private static void requireVersion(ReportTokens tokens)
      throws IOException, BrokenReportException {
    int version = tokens.number();
    if (version != VERSION) {
      throw tokens.broken(
          "npm's audit report version is " + version + ", but only 2 can be read",
          "Run npm audit --json with npm 7 or newer");
    }
  }
}
