package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** Reads the elements of {@code results} in a Bandit report. */
final class BanditIssue {
  private final ReportTokens tokens;
  private final FindingDraft draft;
  private String code;

  BanditIssue(ReportTokens tokens, ExpectedScan scan) {
    this.tokens = tokens;
    draft = new FindingDraft(scan);
  }

  void read(ReportSummary summary) throws IOException, BrokenReportException {
    draft.clear();
    code = "";
    tokens.object(this::field);
    if (draft.id == null || draft.path == null) {
      throw tokens.broken("an issue names no test or no file", ReportTokens.SCAN_AGAIN);
    }
    draft.component = new Location(draft.path, 0).path();
    draft.codeText = offendingLine();
    summary.finding(draft);
  }

  private void field(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "test_id" -> draft.id = tokens.text();
      case "filename" -> draft.path = tokens.text();
      case "issue_text" -> tokens.text(draft.title);
      case "issue_severity" -> draft.severity = tokens.severity();
      case "line_number" -> draft.line = tokens.number();
      case "code" -> code = String.valueOf(tokens.text());
      default -> {}
    }
  }

  /**
   * The excerpt numbers its lines; of its neighbours only the line itself belongs to the finding.
   */
  private String offendingLine() {
    String prefix = draft.line + " ";
    return code.lines()
        .filter(numbered -> numbered.startsWith(prefix))
        .findFirst()
        .map(numbered -> numbered.substring(prefix.length()))
        .orElse(String.valueOf(draft.title.value()));
  }
}
