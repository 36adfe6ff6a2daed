package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  private static final int GZIP_MAGIC = 0x1f8b;

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
    Path file = workspace.resolve(scan.report());
    ReportFormat expected =
        ReportFormat.ofScanner(scan.scanner())
            .orElseThrow(
                () ->
                    new BrokenReportException(
                        "there is no reader for the scanner '" + scan.scanner() + "'",
                        scan.report(),
                        "Use trivy, npm-audit or bandit"));
    ReportFormat actual = detect(file, scan);
    if (actual != expected) {
      throw new BrokenReportException(
          "expected " + expected.description + ", but it is " + actual.description,
          scan.report(),
          actual.reader == null ? actual.instead : "Check which command wrote this file");
    }
    ScanReport report = parse(file, scan, expected.reader, found);
    checkExitCode(scan, expected.reader, report);
    return report;
  }

  /**
   * Which supported scanner wrote this file, told by its content.
   *
   * @return the scanner's name as used in {@link ExpectedScan}
   * @throws BrokenReportException when the file cannot be read or is of no supported format
   */
  public static String scannerOf(Path file) throws BrokenReportException {
    ReportFormat format = detect(file, new ExpectedScan("any", "any", null, file.toString(), null));
    if (format.reader == null) {
      throw new BrokenReportException(
          "it is " + format.description, file.toString(), format.instead);
    }
    return format.scanner;
  }

  private static ReportFormat detect(Path file, ExpectedScan scan) throws BrokenReportException {
    checkReadable(file, scan);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = ReportTokens.FACTORY.createParser(in)) {
      return ReportFormat.detect(json);
    } catch (JsonProcessingException e) {
      throw ReportTokens.broken(e, scan.report());
    } catch (IOException e) {
      throw unreadable(scan, e);
    }
  }

  private static ScanReport parse(
      Path file, ExpectedScan scan, ReportReader reader, Consumer<Finding> found)
      throws BrokenReportException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = ReportTokens.FACTORY.createParser(in)) {
      return reader.read(new ReportTokens(json, scan.report()), scan, found);
    } catch (JsonProcessingException e) {
      throw ReportTokens.broken(e, scan.report());
    } catch (IOException e) {
      throw unreadable(scan, e);
    }
  }

  private static boolean isCommandMissing(ExpectedScan scan) {
    return scan.exitCode() != null && scan.exitCode() == COMMAND_NOT_FOUND;
  }

  private static void checkReadable(Path file, ExpectedScan scan) throws BrokenReportException {
    if (isCommandMissing(scan)) {
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
          "there is no report of " + scan.describe(),
          scan.report(),
          "Look at the scanner's log for why it wrote none, and scan again");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int first = in.read();
      if (first < 0) {
        throw new BrokenReportException(
            "the report is empty", scan.report(), ReportTokens.SCAN_AGAIN);
      }
      if ((first << 8 | in.read()) == GZIP_MAGIC) {
        throw new BrokenReportException(
            "the report is compressed with gzip", scan.report(), "Give it uncompressed");
      }
    } catch (IOException e) {
      throw unreadable(scan, e);
    }
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

  private static BrokenReportException unreadable(ExpectedScan scan, IOException e) {
    return new BrokenReportException(
        "the report cannot be read (" + e.getClass().getSimpleName() + ")",
        scan.report(),
        "Check that the file is readable on this agent");
  }
}
