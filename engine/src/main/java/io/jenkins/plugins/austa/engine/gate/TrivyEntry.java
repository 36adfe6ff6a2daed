package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.ReportTokens.ElementReader;
import io.jenkins.plugins.austa.engine.gate.ReportTokens.FieldReader;
import java.io.IOException;
import java.util.List;

/**
 * Reads the fields of one vulnerability, misconfiguration, secret or licence in a Trivy report into
 * a draft. Used again for each, because a report may have a million.
 */
final class TrivyEntry {
  private static final String ADVISORY = "https://github.com/advisories/GHSA-";
  private static final String GHSA = "GHSA-";

  private final ReportTokens tokens;
  private final FindingDraft draft;
  private final FieldReader identifier = this::identifier;
  private final FieldReader cause = this::cause;
  private final FieldReader vendorScores = this::vendorScores;
  private final FieldReader score = this::score;
  private final ElementReader vendorId = this::vendorId;
  private final ElementReader reference = this::reference;
  private String advisory;
  private boolean severalAdvisories;
  private String licence;
  private String status;
  private boolean withStatus;

  String packageName;
  String packagePath;

  /** What tells findings of one rule in one file apart, and does not change with the line. */
  String message;

  TrivyEntry(ReportTokens tokens, FindingDraft draft) {
    this.tokens = tokens;
    this.draft = draft;
  }

  /**
   * @param inCode whether it is about a file; only then its status says whether it is a finding
   */
  void begin(boolean inCode) {
    withStatus = inCode;
    draft.clear();
    advisory = null;
    severalAdvisories = false;
    licence = null;
    status = null;
    packageName = null;
    packagePath = null;
    message = "";
  }

  void read(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "VulnerabilityID", "RuleID", "ID" -> draft.id = tokens.text();
      case "PkgName" -> packageName = tokens.text();
      case "PkgPath" -> packagePath = tokens.text();
      case "PkgIdentifier" -> tokens.object(identifier);
      case "InstalledVersion" -> tokens.text(draft.installedVersion);
      case "FixedVersion" -> tokens.text(draft.fixedVersion);
      case "Title" -> tokens.text(draft.title);
      case "Severity" -> draft.severity = tokens.severity();
      case "PublishedDate" -> draft.published = tokens.day();
      case "CVSS" -> tokens.object(vendorScores);
      case "VendorIDs" -> tokens.array(vendorId);
      case "References" -> references();
      // Known, often there, and of no use here.
      case "Description",
          "PrimaryURL",
          "PkgID",
          "SeveritySource",
          "DataSource",
          "CweIDs",
          "LastModifiedDate",
          "VendorSeverity",
          "Layer" -> {}
      default -> readRare(name);
    }
  }

  private void readRare(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "Status" -> status = withStatus ? tokens.text() : null;
      case "Message", "Match" -> message = String.valueOf(tokens.text());
      case "StartLine" -> draft.line = tokens.number();
      case "CauseMetadata" -> tokens.object(cause);
      case "Name" -> licence = tokens.text();
      default -> {}
    }
  }

  /** Ends the entry; its id is never null afterwards. */
  void end() throws BrokenReportException {
    if (draft.id == null && licence != null) {
      draft.id = "licence:" + licence;
    }
    if (draft.id == null || draft.id.isBlank()) {
      throw tokens.broken("a finding has no id", ReportTokens.SCAN_AGAIN);
    }
  }

  /** Misconfigurations that passed or were excepted are listed too when Trivy is asked for them. */
  boolean failed() {
    return status == null || !(status.equals("PASS") || status.equals("EXCEPTION"));
  }

  /**
   * GitHub's id of the very same vulnerability. With several advisories nobody can tell which is
   * meant, and a wrong alias could let a suppression cover another vulnerability: then none is.
   */
  List<String> aliases() {
    return advisory == null || severalAdvisories || advisory.equals(draft.id)
        ? List.of()
        : List.of(advisory);
  }

  private void identifier(String name) throws IOException, BrokenReportException {
    if (name.equals("PURL")) {
      draft.purl = tokens.text();
    }
  }

  private void cause(String name) throws IOException, BrokenReportException {
    if (name.equals("StartLine")) {
      draft.line = tokens.number();
    }
  }

  private void vendorScores(String vendor) throws IOException, BrokenReportException {
    tokens.object(score);
  }

  /** The worst of all vendors' scores of the newer kinds. */
  private void score(String name) throws IOException, BrokenReportException {
    if (name.equals("V3Score") || name.equals("V40Score")) {
      double given = tokens.decimal();
      draft.cvss = Double.isNaN(draft.cvss) ? given : Math.max(draft.cvss, given);
    }
  }

  private void vendorId() throws IOException, BrokenReportException {
    add(tokens.textWith(GHSA));
  }

  private void references() throws IOException, BrokenReportException {
    // The ids before are GitHub's own words; links are only for reports without them.
    if (advisory == null) {
      tokens.array(reference);
    }
  }

  private void reference() throws IOException, BrokenReportException {
    String url = tokens.textWith(ADVISORY);
    if (url != null) {
      add(url.substring(ADVISORY.length() - GHSA.length()));
    }
  }

  private void add(String other) {
    if (other == null || other.equals(advisory) || other.equals(draft.id)) {
      return;
    }
    severalAdvisories |= advisory != null;
    advisory = other;
  }
}
