package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** Reads {@code pip-audit --format json}, as written by pip-audit 2. */
final class PipAuditReader implements ReportReader {
  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    PipAuditDependency dependency = new PipAuditDependency(tokens, scan, summary);
    tokens.document(
        name -> {
          if (name.equals("dependencies")) {
            tokens.array(dependency::read);
          }
        });
    return summary.end(
        "Check the requirements or environment that pip-audit was given: no dependency was"
            + " audited");
  }
}
