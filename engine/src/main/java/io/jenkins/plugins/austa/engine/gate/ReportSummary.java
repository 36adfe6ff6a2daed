package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts what a reader passes on, and makes the {@link ScanReport} of it. One per report. */
final class ReportSummary {
  private static final int NOTES_KEPT = 20;

  private final ExpectedScan scan;
  private final Consumer<Finding> found;
  private final List<String> targets = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int targetCount;
  private long findingCount;

  ReportSummary(ExpectedScan scan, Consumer<Finding> found) {
    this.scan = scan;
    this.found = found;
  }

  void target(String name) {
    targetCount++;
    if (targets.size() < ScanReport.TARGETS_KEPT) {
      targets.add(ReportTokens.bounded(name));
    }
  }

  void finding(Finding finding) {
    findingCount++;
    found.accept(finding);
  }

  void note(String note) {
    if (notes.size() < NOTES_KEPT) {
      notes.add(scan.describe() + ": " + note);
    }
  }

  long findings() {
    return findingCount;
  }

  /** Ends the report; a report that names nothing scanned proves nothing and is broken. */
  ScanReport end(String whatToDo) throws BrokenReportException {
    if (targetCount == 0) {
      throw new BrokenReportException(
          scan.describe() + " names nothing that was scanned", scan.report(), whatToDo);
    }
    return new ScanReport(
        scan.scanner(), scan.service(), scan.platform(), targets, targetCount, findingCount, notes);
  }
}
