package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;

/** Reads {@code safety check --output json} of Safety 2, which Safety 3 still writes. */
final class SafetyReader implements ReportReader {
  static final int FOUND = 64;
  private static final int NOT_SAID = -1;

  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    SafetyVulnerability vulnerability = new SafetyVulnerability(tokens, scan);
    int[] counted = {NOT_SAID};
    int[] listed = {NOT_SAID};
    tokens.document(
        name -> {
          switch (name) {
            case "report_meta" -> tokens.object(field -> meta(field, tokens, summary, counted));
            case "vulnerabilities" -> {
              listed[0] = tokens.atArray() ? 0 : NOT_SAID;
              tokens.array(
                  () -> {
                    listed[0]++;
                    vulnerability.read(summary);
                  });
            }
            case "ignored_vulnerabilities" -> tokens.array(vulnerability::ignored);
            default -> {}
          }
        });
    if (listed[0] == NOT_SAID || counted[0] != NOT_SAID && counted[0] != listed[0]) {
      throw new BrokenReportException(
          "Safety's own count does not fit its list of vulnerabilities",
          scan.report(),
          ReportTokens.SCAN_AGAIN);
    }
    vulnerability.noteIgnored(summary);
    return summary.end("Check the environment or files that Safety was given");
  }

  @Override
  public Optional<String> disagreement(int exitCode, ScanReport report) {
    return ReportReader.foundExactlyWith(FOUND, exitCode, report);
  }

  private static void meta(String name, ReportTokens tokens, ReportSummary summary, int[] counted)
      throws IOException, BrokenReportException {
    switch (name) {
      case "scanned" -> tokens.array(() -> summary.target(String.valueOf(tokens.text())));
      case "vulnerabilities_found" -> counted[0] = tokens.number();
      default -> {}
    }
  }
}
