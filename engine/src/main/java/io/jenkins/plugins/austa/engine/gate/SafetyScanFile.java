package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** Reads one scanned file in a report of {@code safety scan}. */
final class SafetyScanFile {
  private final ReportTokens tokens;
  private final ReportSummary summary;
  private final FindingDraft draft;
  private String location;
  private String packageName;
  private String version;
  private boolean read;
  private int ignored;

  SafetyScanFile(ReportTokens tokens, ExpectedScan scan, ReportSummary summary) {
    this.tokens = tokens;
    this.summary = summary;
    draft = new FindingDraft(scan);
  }

  void read() throws IOException, BrokenReportException {
    location = null;
    read = false;
    tokens.object(
        name -> {
          switch (name) {
            case "location" -> location = tokens.text();
            case "results" -> tokens.object(this::results);
            default -> {}
          }
        });
    if (location == null || !read) {
      throw tokens.broken("a file has no location or no results", ReportTokens.SCAN_AGAIN);
    }
    summary.target(location);
  }

  void noteIgnored() {
    if (ignored > 0) {
      summary.note(
          ignored
              + " findings are hidden by Safety's own policy file; move them to the policy's"
              + " suppressions");
    }
  }

  private void results(String name) throws IOException, BrokenReportException {
    if (name.equals("dependencies")) {
      read = true;
      tokens.array(
          () -> {
            packageName = null;
            tokens.object(this::dependency);
          });
    }
  }

  private void dependency(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "name" -> packageName = tokens.text();
      case "specifications" ->
          tokens.array(
              () -> {
                version = null;
                tokens.object(this::specification);
              });
      default -> {}
    }
  }

  private void specification(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "raw" -> version = pinned(tokens.text());
      case "vulnerabilities" ->
          tokens.object(
              part -> {
                if (part.equals("known_vulnerabilities")) {
                  tokens.array(this::vulnerability);
                }
              });
      default -> {}
    }
  }

  private static String pinned(String specification) {
    int at = specification == null ? -1 : specification.indexOf("==");
    return at < 0 ? null : specification.substring(at + 2).strip();
  }

  private void vulnerability() throws IOException, BrokenReportException {
    draft.clear();
    boolean[] isIgnored = new boolean[1];
    tokens.object(
        name -> {
          switch (name) {
            case "id" -> draft.id = tokens.text();
            case "ignored" -> isIgnored[0] = tokens.atObject() || tokens.isTrue();
            default -> {}
          }
        });
    if (draft.id == null || packageName == null) {
      throw tokens.broken("a vulnerability names no id or no package", ReportTokens.SCAN_AGAIN);
    }
    if (isIgnored[0]) {
      ignored++;
      return;
    }
    draft.id = "SAFETY-" + draft.id;
    draft.component = PackageName.of(null, "pip", packageName);
    draft.purl = version == null ? draft.component : draft.component + "@" + version;
    draft.installedVersion.set(version);
    draft.path = location;
    summary.finding(draft);
  }
}
