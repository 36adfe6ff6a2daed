package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.List;

/** Reads the elements of a Trivy report's {@code Results}: one scanned target each. */
final class TrivyResult {
  private final ReportTokens tokens;
  private final ExpectedScan scan;
  private final ReportSummary summary;
  private final Fingerprint fingerprints = new Fingerprint();
  private String target;
  private String type;
  private int ignored;

  TrivyResult(ReportTokens tokens, ExpectedScan scan, ReportSummary summary) {
    this.tokens = tokens;
    this.scan = scan;
    this.summary = summary;
  }

  void read(String platform) throws IOException, BrokenReportException {
    target = null;
    type = null;
    tokens.object(name -> field(name, platform));
    if (target == null) {
      throw tokens.broken("a result names no target", ReportTokens.SCAN_AGAIN);
    }
    summary.target(target);
  }

  private void field(String name, String platform) throws IOException, BrokenReportException {
    switch (name) {
      case "Target" -> target = tokens.text();
      case "Type" -> type = tokens.text();
      case "Vulnerabilities", "Misconfigurations", "Secrets", "Licenses" ->
          tokens.array(() -> finding(name, platform));
      case "ExperimentalModifiedFindings" -> tokens.array(() -> ignored++);
      default -> {}
    }
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

  private void finding(String list, String platform) throws IOException, BrokenReportException {
    if (target == null) {
      throw tokens.broken(
          "findings come before the target they belong to",
          "Give Trivy's own output, not one whose fields were put in another order");
    }
    TrivyEntry entry = new TrivyEntry(tokens);
    tokens.object(entry::read);
    entry.require();
    switch (list) {
      case "Vulnerabilities" -> summary.finding(vulnerability(entry, platform));
      case "Licenses" -> summary.finding(licence(entry, platform));
      default -> {
        if (entry.failed()) {
          summary.finding(inCode(entry, platform));
        }
      }
    }
  }

  private Finding vulnerability(TrivyEntry entry, String platform) throws BrokenReportException {
    if (entry.packageName == null) {
      throw tokens.broken("a vulnerability names no package", ReportTokens.SCAN_AGAIN);
    }
    String component = PackageName.of(entry.purl, type, entry.packageName);
    String path = entry.packagePath == null ? target : entry.packagePath;
    return new Finding(
        scan.scanner(),
        scan.service(),
        entry.id,
        entry.aliases(),
        entry.severity,
        component,
        entry.purl,
        entry.installedVersion,
        entry.fixedVersion,
        new Location(path, 0),
        platform,
        entry.title,
        Fingerprint.ofPackage(scan.service(), entry.id, component));
  }

  private Finding licence(TrivyEntry entry, String platform) {
    String component = entry.packageName == null ? target : entry.packageName;
    return plain(
        entry, component, platform, fingerprints.ofCode(scan.service(), entry.id, component, ""));
  }

  private Finding inCode(TrivyEntry entry, String platform) {
    return plain(
        entry,
        target,
        platform,
        fingerprints.ofCode(scan.service(), entry.id, target, entry.message));
  }

  private Finding plain(TrivyEntry entry, String component, String platform, String fingerprint) {
    return new Finding(
        scan.scanner(),
        scan.service(),
        entry.id,
        List.of(),
        entry.severity,
        component,
        null,
        null,
        null,
        new Location(target, entry.line),
        platform,
        entry.title,
        fingerprint);
  }
}
