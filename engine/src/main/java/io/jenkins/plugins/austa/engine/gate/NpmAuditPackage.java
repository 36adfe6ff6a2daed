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

  /** No package has so many advisories; a report that says so is not a real one. */
  private static final int MOST = 5_000;

  private final ReportTokens tokens;
  private final ReportSummary summary;
  private final String packageName;
  private final FindingDraft draft;
  private final List<Advisory> advisories = new ArrayList<>();
  private boolean explained;
  private String fix;
  private String node;

  NpmAuditPackage(
      ReportTokens tokens, ExpectedScan scan, ReportSummary summary, String packageName) {
    this.tokens = tokens;
    this.summary = summary;
    this.packageName = packageName;
    draft = new FindingDraft(scan);
  }

  /** The fix and the place come after the advisories, so findings are passed on at the end. */
  void read() throws IOException, BrokenReportException {
    if (!tokens.atObject()) {
      throw tokens.broken("a vulnerable package is not described", ReportTokens.SCAN_AGAIN);
    }
    tokens.object(
        name -> {
          switch (name) {
            case "via" -> {
              explained = true;
              tokens.array(this::via);
            }
            case "nodes" -> tokens.array(this::node);
            case "fixAvailable" -> fix();
            default -> {}
          }
        });
    if (!explained) {
      throw tokens.broken(
          "a vulnerable package does not say what makes it so", ReportTokens.SCAN_AGAIN);
    }
    for (Advisory advisory : advisories) {
      pass(advisory);
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
            case "title" -> advisory.title = title();
            case "url" -> advisory.url = tokens.text();
            case "severity" -> advisory.severity = tokens.severity();
            case "cvss" -> tokens.object(part -> score(part, advisory));
            default -> {}
          }
        });
    if (advisory.id() == null) {
      throw tokens.broken("an advisory has neither source nor address", ReportTokens.SCAN_AGAIN);
    }
    advisories.add(advisory);
    if (advisories.size() > MOST) {
      throw tokens.broken("one package has more than " + MOST, ReportTokens.SCAN_AGAIN);
    }
  }

  private String title() throws IOException, BrokenReportException {
    tokens.text(draft.title);
    return draft.title.value();
  }

  /** npm writes 0 where nobody has given a score. */
  private void score(String name, Advisory advisory) throws IOException, BrokenReportException {
    if (name.equals("score")) {
      double score = tokens.decimal();
      advisory.cvss = score > 0 ? score : Double.NaN;
    }
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

  private void pass(Advisory advisory) {
    draft.clear();
    draft.id = advisory.id();
    draft.severity = advisory.severity;
    draft.cvss = advisory.cvss;
    draft.component = PackageName.of(null, "npm", packageName);
    draft.purl = draft.component;
    draft.fixedVersion.set(fix);
    draft.path = node;
    draft.title.set(advisory.title);
    summary.finding(draft);
  }

  private static final class Advisory {
    private String source;
    private String title;
    private String url;
    private Severity severity = Severity.UNKNOWN;
    private double cvss = Double.NaN;

    private String id() {
      if (url != null && url.startsWith(ADVISORY) && url.length() > ADVISORY.length()) {
        return url.substring(ADVISORY.length());
      }
      return source == null ? null : "npm-" + source;
    }
  }
}
