package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of one vulnerability, misconfiguration, secret or licence in a Trivy report. */
final class TrivyEntry {
  private static final String ADVISORY = "https://github.com/advisories/GHSA-";
  private static final String GHSA = "GHSA-";

  private final ReportTokens tokens;
  private final Set<String> advisories = new LinkedHashSet<>();
  private String licence;
  private String status;

  String id;
  String packageName;
  String packagePath;
  String purl;
  String installedVersion;
  String fixedVersion;
  String title;

  /** What tells findings of one rule in one file apart, and does not change with the line. */
  String message = "";

  Severity severity = Severity.UNKNOWN;
  int line;

  TrivyEntry(ReportTokens tokens) {
    this.tokens = tokens;
  }

  void read(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "VulnerabilityID", "RuleID", "ID" -> id = tokens.text();
      case "PkgName" -> packageName = tokens.text();
      case "PkgPath" -> packagePath = tokens.text();
      case "PkgIdentifier" -> tokens.object(this::identifier);
      case "InstalledVersion" -> installedVersion = tokens.text();
      case "FixedVersion" -> fixedVersion = tokens.text();
      case "Title" -> title = tokens.text();
      case "Severity" -> severity = tokens.severity();
      case "Status" -> status = tokens.text();
      case "Message", "Match" -> message = orEmpty(tokens.text());
      case "StartLine" -> line = tokens.number();
      case "CauseMetadata" -> tokens.object(this::cause);
      case "VendorIDs" -> tokens.array(this::vendorId);
      case "References" -> tokens.array(this::reference);
      case "Name" -> licence = tokens.text();
      default -> {}
    }
  }

  void require() throws BrokenReportException {
    if (id == null && licence != null) {
      id = "licence:" + licence;
    }
    if (id == null || id.isBlank()) {
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
    List<String> others = new ArrayList<>(advisories);
    others.remove(id);
    return others.size() == 1 ? others : List.of();
  }

  private void identifier(String name) throws IOException, BrokenReportException {
    if (name.equals("PURL")) {
      purl = tokens.text();
    }
  }

  private void cause(String name) throws IOException, BrokenReportException {
    if (name.equals("StartLine")) {
      line = tokens.number();
    }
  }

  private void vendorId() throws IOException, BrokenReportException {
    String vendorId = tokens.text();
    if (vendorId != null && vendorId.startsWith(GHSA)) {
      advisories.add(vendorId);
    }
  }

  private void reference() throws IOException, BrokenReportException {
    String url = tokens.text();
    if (url != null && url.startsWith(ADVISORY)) {
      advisories.add(url.substring(ADVISORY.length() - GHSA.length()));
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
