package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.List;

/** Counts what a reader passes on, and makes the {@link ScanReport} of it. One per report. */
final class ReportSummary {
  private static final int NOTES_KEPT = 20;

  private final ExpectedScan scan;
  private final FindingSink found;
  private final List<String> targets = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final KeyedHash hash = new KeyedHash();
  private final KeyTable order = new KeyTable();
  private int targetCount;
  private long findingCount;

  ReportSummary(ExpectedScan scan, FindingSink found) {
    this.scan = scan;
    this.found = found;
  }

  void target(String name) {
    targetCount++;
    if (targets.size() < ScanReport.TARGETS_KEPT) {
      targets.add(ReportTokens.bounded(name));
    }
  }

  /** Passes a finding on; tells equal ones in code apart by their order. */
  void finding(FindingDraft draft) {
    findingCount++;
    if (!draft.isAboutPackage()) {
      long key =
          hash.begin()
              .add(draft.scanner)
              .add(draft.id)
              .add(draft.component)
              .add(Fingerprint.normal(draft.codeText))
              .end();
      draft.nth = Math.max(0, order.get(key)) + 1;
      order.put(key, draft.nth);
    }
    found.accept(draft);
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
