package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads {@code safety scan --output json} of Safety 3. It rates nothing and names vulnerabilities
 * by Safety's own numbers, so its findings decide as unknown ones unless the policy says otherwise.
 */
final class SafetyScanReader implements ReportReader {
  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    SafetyScanFile file = new SafetyScanFile(tokens, scan, summary);
    tokens.document(
        name -> {
          if (name.equals("scan_results")) {
            tokens.object(
                part -> {
                  if (part.equals("projects")) {
                    tokens.array(() -> project(tokens, file));
                  }
                });
          }
        });
    file.noteIgnored();
    return summary.end("Check the folder that Safety was given: it found no dependency file there");
  }

  @Override
  public Optional<String> disagreement(int exitCode, ScanReport report) {
    return ReportReader.foundExactlyWith(SafetyReader.FOUND, exitCode, report);
  }

  private static void project(ReportTokens tokens, SafetyScanFile file)
      throws IOException, BrokenReportException {
    tokens.object(
        name -> {
          if (name.equals("files")) {
            tokens.array(file::read);
          }
        });
  }
}
