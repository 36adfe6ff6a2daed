package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads SARIF 2.1.0 of any tool. The file is read twice, because a log may name its tool and rules
 * after the results that need them.
 */
final class SarifReader implements ReportReader {
  private static final String VERSION = "2.1.0";
  private static final int MOST_RUNS = 100;

  @Override
  public ScanReport read(ReportTokens tokens, ExpectedScan scan, FindingSink found)
      throws IOException, BrokenReportException {
    List<SarifRules> runs = new ArrayList<>();
    tokens.readAhead(ahead -> readRules(ahead, runs));
    ReportSummary summary = new ReportSummary(scan, found);
    int[] next = new int[1];
    tokens.document(
        name -> {
          if (name.equals("runs")) {
            tokens.array(() -> readRun(tokens, scan, summary, runs.get(next[0]++)));
          }
        });
    return summary.end("Check the tool's log: the SARIF log has no run of any tool");
  }

  /** Tools differ in what they return when they found something, but never find and return 2. */
  @Override
  public Optional<String> disagreement(int exitCode, ScanReport report) {
    if (exitCode == 0 || exitCode == 1 && report.findingCount() > 0) {
      return Optional.empty();
    }
    return Optional.of(exitCode == 1 ? "it failed, and its report has no findings" : "it failed");
  }

  private static void readRules(ReportTokens tokens, List<SarifRules> runs)
      throws IOException, BrokenReportException {
    String[] version = new String[1];
    int[] spare = {SarifRules.MOST};
    tokens.document(
        name -> {
          switch (name) {
            case "version" -> version[0] = tokens.text();
            case "runs" ->
                tokens.array(
                    () -> {
                      SarifRules rules = new SarifRules(tokens, spare[0]);
                      rules.read();
                      spare[0] -= rules.size();
                      runs.add(rules);
                      if (runs.size() > MOST_RUNS) {
                        throw tokens.broken(
                            "there are more than " + MOST_RUNS + " runs", "Give fewer at a time");
                      }
                    });
            default -> {}
          }
        });
    if (!VERSION.equals(version[0])) {
      throw tokens.broken(
          "the SARIF version is "
              + ReportTokens.bounded(String.valueOf(version[0]))
              + ", but only "
              + VERSION
              + " can be read",
          "Let the tool write SARIF " + VERSION);
    }
  }

  private static void readRun(
      ReportTokens tokens, ExpectedScan scan, ReportSummary summary, SarifRules rules)
      throws IOException, BrokenReportException {
    SarifResult result = new SarifResult(tokens, scan, rules);
    boolean[] hasResults = new boolean[1];
    tokens.object(
        name -> {
          switch (name) {
            case "results" -> {
              hasResults[0] = tokens.atArray();
              tokens.array(() -> result.read(summary));
            }
            case "invocations" ->
                tokens.array(() -> tokens.object(part -> succeeded(part, tokens)));
            default -> {}
          }
        });
    if (!hasResults[0]) {
      throw tokens.broken(
          "a run of "
              + ReportTokens.bounded(rules.tool())
              + " has no results, which means that the tool did not look for any",
          "Look at the tool's log for why it failed, and run it again");
    }
    result.noteSuppressed(summary);
    summary.target(rules.tool());
  }

  private static void succeeded(String name, ReportTokens tokens) throws BrokenReportException {
    if (name.equals("executionSuccessful") && !tokens.isTrue()) {
      throw tokens.broken(
          "the tool says itself that it failed",
          "Look at the tool's log for why, and run it again");
    }
  }
}
