package io.jenkins.plugins.austa.engine.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens reports, tells their format by content, and reads them; or says why that is not possible.
 */
public final class ScanReports {
  /** What a POSIX shell ends with when it cannot find a command (XCU 2.8.2). */
  private static final int COMMAND_NOT_FOUND = 127;

  private ScanReports() {}

  /**
   * Reads the report of a planned scan and checks it against what was planned.
   *
   * @param workspace the directory that relative report paths are relative to
   * @param found gets each finding as it is met; what it got is worthless if this throws
   * @throws BrokenReportException when the report is missing, unreadable, of another format than
   *     the scanner's, names nothing that was scanned, or disagrees with the plan or the exit code
   */
  public static ScanReport read(Path workspace, ExpectedScan scan, Consumer<Finding> found)
      throws BrokenReportException {
    return stream(workspace, scan, draft -> found.accept(draft.toFinding()));
  }

  /** As {@link #read}, without making an object of every finding. */
  static ScanReport stream(Path workspace, ExpectedScan scan, FindingSink found)
      throws BrokenReportException {
    ReportFile file = new ReportFile(workspace.resolve(scan.report()), scan.report());
    if (scan.scanner().equals(ExpectedScan.ANY)) {
      return readBy(known(file), file, scan, found);
    }
    ReportFormat expected =
        ReportFormat.ofScanner(scan.scanner()).orElseThrow(() -> noReader(scan));
    refuseMissing(file.path(), scan);
    ReportFormat actual = file.format();
    if (actual != expected) {
      throw new BrokenReportException(
          "expected " + expected.description + ", but it is " + actual.description,
          scan.report(),
          actual.reader == null ? actual.instead : "Check which command wrote this file");
    }
    return readBy(expected, file, scan, found);
  }

  private static ScanReport readBy(
      ReportFormat format, ReportFile file, ExpectedScan scan, FindingSink found)
      throws BrokenReportException {
    ExpectedScan known = scan.by(format.scanner);
    ScanReport[] report = new ScanReport[1];
    file.read(tokens -> report[0] = format.reader.read(tokens, known, found));
    checkExitCode(known, format.reader, report[0]);
    return report[0];
  }

  /**
   * Which supported scanner wrote this file, told by its content.
   *
   * @return the scanner's name as used in {@link ExpectedScan}
   * @throws BrokenReportException when the file cannot be read or is of no supported format
   */
  public static String scannerOf(Path file) throws BrokenReportException {
    return known(new ReportFile(file, file.toString())).scanner;
  }

  private static ReportFormat known(ReportFile file) throws BrokenReportException {
    ReportFormat format = file.format();
    if (format.reader == null) {
      throw new BrokenReportException("it is " + format.description, file.name(), format.instead);
    }
    return format;
  }

  private static BrokenReportException noReader(ExpectedScan scan) {
    return new BrokenReportException(
        "there is no reader for the scanner '" + scan.scanner() + "'",
        scan.report(),
        "Use one of " + ReportFormat.scanners());
  }

  private static void refuseMissing(Path file, ExpectedScan scan) throws BrokenReportException {
    if (scan.exitCode() != null && scan.exitCode() == COMMAND_NOT_FOUND) {
      throw new BrokenReportException(
          "the command of "
              + scan.describe()
              + " was not found (exit code "
              + COMMAND_NOT_FOUND
              + ")",
          scan.report(),
          "Install it on the agents, or leave the scanner out of security.scanners");
    }
    if (!Files.isRegularFile(file)) {
      throw new BrokenReportException(
          "there is no report of " + scan.describe() + returned(scan.exitCode()),
          scan.report(),
          "Look at the scanner's log for why it wrote none, and scan again");
    }
  }

  private static String returned(Integer exitCode) {
    return exitCode == null || exitCode == 0 ? "" : ", which returned " + exitCode;
  }

  private static void checkExitCode(ExpectedScan scan, ReportReader reader, ScanReport report)
      throws BrokenReportException {
    if (scan.exitCode() == null) {
      return;
    }
    Optional<String> disagreement = reader.disagreement(scan.exitCode(), report);
    if (disagreement.isPresent()) {
      throw new BrokenReportException(
          scan.describe() + " returned " + scan.exitCode() + ": " + disagreement.get(),
          scan.report(),
          "Run the scanner as planned, without options that change its exit code, and look at its"
              + " log");
    }
  }
}
