package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.ReportTokens.ElementReader;
import io.jenkins.plugins.austa.engine.gate.ReportTokens.FieldReader;
import java.io.IOException;

/** Reads the elements of a Trivy report's {@code Results}: one scanned target each. */
final class TrivyResult {
  private final ReportTokens tokens;
  private final ReportSummary summary;
  private final FindingDraft draft;
  private final TrivyEntry entry;
  private final FieldReader entryField;
  private final ElementReader vulnerability = this::vulnerability;
  private final FieldReader unknownListField = this::unknownListField;
  private String target;
  private String type;
  private int ignored;

  TrivyResult(ReportTokens tokens, ExpectedScan scan, ReportSummary summary) {
    this.tokens = tokens;
    this.summary = summary;
    draft = new FindingDraft(scan);
    entry = new TrivyEntry(tokens, draft);
    entryField = entry::read;
  }

  void read(String platform) throws IOException, BrokenReportException {
    target = null;
    type = null;
    draft.platform = platform;
    tokens.object(this::field);
    if (target == null) {
      throw tokens.broken("a result names no target", ReportTokens.SCAN_AGAIN);
    }
    summary.target(target);
  }

  /** What Trivy was told to ignore bypasses the one list of suppressions: it should be known. */
  void end() {
    if (ignored > 0) {
      summary.note(
          ignored
              + " findings are hidden by Trivy's own ignore file or VEX; move them to the policy's"
              + " suppressions");
    }
  }

  private void field(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "Target" -> target = tokens.text();
      case "Type" -> type = tokens.text();
      case "Vulnerabilities" -> tokens.array(vulnerability);
      case "Misconfigurations", "Secrets" -> tokens.array(this::inCode);
      case "Licenses" -> tokens.array(this::licence);
      case "ExperimentalModifiedFindings" -> tokens.array(() -> ignored++);
      case "Packages" -> {}
      default -> unknown();
    }
  }

  /** A list under a name that is not known must not hide findings. */
  private void unknown() throws IOException, BrokenReportException {
    if (tokens.atArray()) {
      tokens.array(
          () -> {
            if (tokens.atObject()) {
              tokens.object(unknownListField);
            }
          });
    }
  }

  private void unknownListField(String name) throws BrokenReportException {
    if (name.equals("Severity") || name.equals("VulnerabilityID")) {
      throw tokens.broken(
          "there are findings under a name that is not known",
          "Use a version of Trivy that this gate knows, or report the new name");
    }
  }

  private void vulnerability() throws IOException, BrokenReportException {
    readEntry(false);
    if (entry.packageName == null) {
      throw tokens.broken("a vulnerability names no package", ReportTokens.SCAN_AGAIN);
    }
    draft.component = PackageName.of(draft.purl, type, entry.packageName);
    draft.aliases = entry.aliases();
    draft.path = entry.packagePath == null ? target : entry.packagePath;
    draft.line = 0;
    summary.finding(draft);
  }

  private void licence() throws IOException, BrokenReportException {
    readEntry(true);
    passInCode(entry.packageName == null ? target : entry.packageName, "");
  }

  private void inCode() throws IOException, BrokenReportException {
    readEntry(true);
    if (entry.failed()) {
      passInCode(target, entry.message);
    }
  }

  private void readEntry(boolean inCode) throws IOException, BrokenReportException {
    if (target == null) {
      throw tokens.broken(
          "findings come before the target they belong to",
          "Give Trivy's own output, not one whose fields were put in another order");
    }
    entry.begin(inCode);
    tokens.object(entryField);
    entry.end();
  }

  private void passInCode(String component, String text) {
    draft.component = component;
    draft.purl = null;
    draft.installedVersion.clear();
    draft.fixedVersion.clear();
    draft.path = target;
    draft.codeText = text;
    summary.finding(draft);
  }
}
