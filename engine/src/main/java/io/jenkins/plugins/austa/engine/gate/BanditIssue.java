package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.List;

/** One element of {@code results} in a Bandit report. */
final class BanditIssue {
  private final ReportTokens tokens;
  private final ExpectedScan scan;
  private String id;
  private String file;
  private String text;
  private String code = "";
  private Severity severity = Severity.UNKNOWN;
  private int line;

  BanditIssue(ReportTokens tokens, ExpectedScan scan) {
    this.tokens = tokens;
    this.scan = scan;
  }

  void read(ReportSummary summary, Fingerprint fingerprints)
      throws IOException, BrokenReportException {
    tokens.object(this::field);
    if (id == null || file == null) {
      throw tokens.broken("an issue names no test or no file", ReportTokens.SCAN_AGAIN);
    }
    Location location = new Location(file, line);
    summary.finding(
        new Finding(
            scan.scanner(),
            scan.service(),
            id,
            List.of(),
            severity,
            location.path(),
            null,
            null,
            null,
            location,
            scan.platform(),
            text,
            fingerprints.ofCode(scan.service(), id, location.path(), offendingLine())));
  }

  private void field(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "test_id" -> id = tokens.text();
      case "filename" -> file = tokens.text();
      case "issue_text" -> text = tokens.text();
      case "issue_severity" -> severity = tokens.severity();
      case "line_number" -> line = tokens.number();
      case "code" -> code = String.valueOf(tokens.text());
      default -> {}
    }
  }

  /**
   * The excerpt numbers its lines; of its neighbours only the line itself belongs to the finding.
   */
  private String offendingLine() {
    String prefix = line + " ";
    return code.lines()
        .filter(numbered -> numbered.startsWith(prefix))
        .findFirst()
        .map(numbered -> numbered.substring(prefix.length()))
        .orElse(String.valueOf(text));
  }
}
