package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one scanner's report format, streaming. Implementations hold no state between reports. */
interface ReportReader {
  /**
   * Reads the document to its end.
   *
   * @param found gets each finding as it is met; what it got is worthless if this throws
   * @throws BrokenReportException when the report must not be trusted
   */
  ScanReport read(ReportTokens tokens, ExpectedScan scan, Consumer<Finding> found)
      throws IOException, BrokenReportException;

  /**
   * Why the scanner's exit code contradicts its report; empty when they agree.
   *
   * @param exitCode what the scanner's command returned
   */
  Optional<String> disagreement(int exitCode, ScanReport report);
}
