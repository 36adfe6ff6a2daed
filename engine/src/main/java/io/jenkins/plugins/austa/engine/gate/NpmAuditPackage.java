package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of {@code vulnerabilities} in an npm audit report. Each advisory of the package itself
 * is a finding; what it only inherits from a dependency is a finding of that dependency's entry.
 */
final class NpmAuditPackage {
  private static final String ADVISORY = "https://github.com/advisories/";

  private final ReportTokens tokens;
  private final ExpectedScan scan;
  private final ReportSummary summary;
  private final String packageName;
  private final List<Advisory> advisories = new ArrayList<>();
  private String fix;
  private String node;

  NpmAuditPackage(
      ReportTokens tokens, ExpectedScan scan, ReportSummary summary, String packageName) {
    this.tokens = tokens;
    this.scan = scan;
    this.summary = summary;
    this.packageName = packageName;
  }

  /** The fix and the place come after the advisories, so findings are passed on at the end. */
  void read() throws IOException, BrokenReportException {
    if (!tokens.atObject()) {
      throw tokens.broken("a vulnerable package is not described", ReportTokens.SCAN_AGAIN);
    }
    tokens.object(
        name -> {
          switch (name) {
            case "via" -> tokens.array(this::via);
            case "nodes" -> tokens.array(this::node);
            case "fixAvailable" -> fix();
            default -> {}
          }
        });
    for (Advisory advisory : advisories) {
      summary.finding(finding(advisory));
    }
  }

  private void via() throws IOException, BrokenReportException {
    if (tokens.atText()) {
      return;
    }
    Advisory advisory = new Advisory();
    tokens.object(
        name -> {
          switch (name) {
            case "source" -> advisory.source = Integer.toString(tokens.number());
            case "title" -> advisory.title = tokens.text();
            case "url" -> advisory.url = tokens.text();
            case "severity" -> advisory.severity = tokens.severity();
            default -> {}
          }
        });
    if (advisory.id() == null) {
      throw tokens.broken("an advisory has neither source nor address", ReportTokens.SCAN_AGAIN);
    }
    advisories.add(advisory);
  }

  private void node() throws IOException, BrokenReportException {
    if (node == null) {
      node = tokens.text();
    }
  }

  private void fix() throws IOException, BrokenReportException {
    if (tokens.isTrue()) {
      fix = "npm audit fix";
      return;
    }
    if (!tokens.atObject()) {
      return;
    }
    String[] parts = new String[2];
    tokens.object(
        name -> {
          switch (name) {
            case "name" -> parts[0] = tokens.text();
            case "version" -> parts[1] = tokens.text();
            default -> {}
          }
        });
    fix = packageName.equals(parts[0]) ? parts[1] : parts[0] + " " + parts[1];
  }

  private Finding finding(Advisory advisory) {
    String component = PackageName.of(null, "npm", packageName);
    return new Finding(
        scan.scanner(),
        scan.service(),
        advisory.id(),
        List.of(),
        advisory.severity,
        component,
        component,
        null,
        fix,
        node == null ? null : new Location(node, 0),
        scan.platform(),
        advisory.title,
        Fingerprint.ofPackage(scan.service(), advisory.id(), component));
  }

  private static final class Advisory {
    private String source;
    private String title;
    private String url;
    private Severity severity = Severity.UNKNOWN;

    private String id() {
      if (url != null && url.startsWith(ADVISORY) && url.length() > ADVISORY.length()) {
        return url.substring(ADVISORY.length());
      }
      return source == null ? null : "npm-" + source;
    }
  }
}
