package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** Reads Bandit's JSON: {@code bandit -r … -f json}. */
final class BanditReader implements ReportReader {
  private static final String SUM = "_totals";

  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    ReportSummary summary = new ReportSummary(scan, found);
    BanditIssue issue = new BanditIssue(tokens, scan);
    boolean[] hasResults = new boolean[1];
    tokens.document(
        name -> {
          switch (name) {
            case "errors" -> tokens.array(() -> refuseError(tokens));
            case "metrics" -> tokens.object(file -> target(file, tokens, summary));
            case "results" -> {
              hasResults[0] = tokens.atArray();
              tokens.array(() -> issue.read(summary));
            }
            default -> {}
          }
        });
    if (!hasResults[0]) {
      throw new BrokenReportException(
          "the report has no results", scan.report(), ReportTokens.SCAN_AGAIN);
    }
    return summary.end("Check the path that Bandit was given: it found no Python file there");
  }

  private static void target(String file, ReportTokens tokens, ReportSummary summary)
      throws IOException, BrokenReportException {
    if (!file.equals(SUM)) {
      summary.target(file);
      return;
    }
    tokens.object(
        name -> {
          if (name.equals("nosec") && tokens.number() > 0) {
            summary.note(
                "lines marked nosec hide findings; move them to the policy's suppressions");
          }
        });
  }

  /** A file that Bandit could not read was not scanned: that must not look like a clean file. */
  private static void refuseError(ReportTokens tokens) throws IOException, BrokenReportException {
    String[] error = {"a file", "no reason given"};
    tokens.object(
        name -> {
          switch (name) {
            case "filename" -> error[0] = String.valueOf(tokens.text());
            case "reason" -> error[1] = String.valueOf(tokens.text());
            default -> {}
          }
        });
    throw tokens.broken(
        "Bandit could not scan "
            + ReportTokens.bounded(error[0])
            + " ("
            + ReportTokens.bounded(error[1])
            + ")",
        "Repair the file or exclude it from the scan, then scan again");
  }
}
