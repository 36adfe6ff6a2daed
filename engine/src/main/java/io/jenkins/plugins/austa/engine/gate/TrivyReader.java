package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;

/** Reads Trivy's JSON, schema version 2, of file systems, repositories and images. */
final class TrivyReader implements ReportReader {
  static final int SCHEMA = 2;

  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    TrivyHeader header = new TrivyHeader(tokens, scan, summary);
    TrivyResult results = new TrivyResult(tokens, scan, summary);
    tokens.document(
        name -> {
          if (name.equals("Results")) {
            tokens.array(() -> results.read(header.platform()));
          } else {
            header.read(name);
          }
        });
    header.check();
    results.end();
    return summary.end(
        "Check the path or image that Trivy was given: it recognised no lock file, package or"
            + " operating system there");
  }

  /** Trivy is planned without {@code --exit-code}: anything but 0 means that it failed. */
  @Override
  public Optional<String> disagreement(int exitCode, ScanReport report) {
    if (exitCode == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "it failed, although it left a report with " + report.findingCount() + " findings");
  }
}
