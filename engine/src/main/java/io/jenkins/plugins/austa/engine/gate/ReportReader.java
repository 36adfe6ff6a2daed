package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;

/** Reads one scanner's report format, streaming. Implementations hold no state between reports. */
interface ReportReader {
  /**
   * Reads the document to its end.
   *
   * @param found gets each finding as it is met; what it got is worthless if this throws
   * @throws BrokenReportException when the report must not be trusted
   */
  ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException;

  /**
   * Why the scanner's exit code contradicts its report; empty when they agree. As it stands here,
   * for scanners that return 0 when they found nothing and 1 when they did.
   *
   * @param exitCode what the scanner's command returned
   */
  default Optional<String> disagreement(int exitCode, ScanReport report) {
    return foundExactlyWith(1, exitCode, report);
  }

  /** For scanners that return 0 when they found nothing and {@code found} when they did. */
  static Optional<String> foundExactlyWith(int found, int exitCode, ScanReport report) {
    boolean any = report.findingCount() > 0;
    if (exitCode == 0) {
      return any
          ? Optional.of("it says nothing was found, but its report has findings")
          : Optional.empty();
    }
    if (exitCode == found) {
      return any ? Optional.empty() : Optional.of("it failed, and its report has no findings");
    }
    return Optional.of("it failed");
  }
}
