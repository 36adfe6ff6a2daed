package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the elements of {@code dependencies} in a pip-audit report: one audited package each. */
final class PipAuditDependency {
  /** No package has so many vulnerabilities; a report that says so is not a real one. */
  private static final int MOST = 5_000;

  private final ReportTokens tokens;
  private final ReportSummary summary;
  private final FindingDraft draft;
  private final List<Vulnerability> vulnerabilities = new ArrayList<>();
  private String packageName;
  private String version;
  private String skipped;
  private boolean audited;

  PipAuditDependency(ReportTokens tokens, ExpectedScan scan, ReportSummary summary) {
    this.tokens = tokens;
    this.summary = summary;
    draft = new FindingDraft(scan);
  }

  private static final class Vulnerability {
    private final List<String> aliases = new ArrayList<>();
    private String id;
    private String fix;
    private String description;
  }

  void read() throws IOException, BrokenReportException {
    packageName = null;
    version = null;
    skipped = null;
    audited = false;
    vulnerabilities.clear();
    tokens.object(this::field);
    if (packageName == null || audited == (skipped != null)) {
      throw tokens.broken(
          "a dependency has no name, or was neither audited nor skipped", ReportTokens.SCAN_AGAIN);
    }
    if (skipped != null) {
      summary.note(
          ReportTokens.bounded(packageName) + " was not audited: " + ReportTokens.bounded(skipped));
      return;
    }
    summary.target(packageName);
    vulnerabilities.forEach(this::pass);
  }

  private void field(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "name" -> packageName = tokens.text();
      case "version" -> version = tokens.text();
      case "skip_reason" -> skipped = tokens.text();
      case "vulns" -> {
        audited = tokens.atArray();
        tokens.array(this::vulnerability);
      }
      default -> {}
    }
  }

  private void vulnerability() throws IOException, BrokenReportException {
    Vulnerability one = new Vulnerability();
    tokens.object(
        name -> {
          switch (name) {
            case "id" -> one.id = tokens.text();
            case "description" -> one.description = title();
            case "aliases" -> tokens.array(() -> one.aliases.add(tokens.text()));
            case "fix_versions" ->
                tokens.array(() -> one.fix = FixVersions.add(one.fix, tokens.text()));
            default -> {}
          }
        });
    if (one.id == null || one.id.isBlank() || one.aliases.contains(null)) {
      throw tokens.broken("a vulnerability has no id", ReportTokens.SCAN_AGAIN);
    }
    vulnerabilities.add(one);
    if (vulnerabilities.size() > MOST || one.aliases.size() > MOST) {
      throw tokens.broken("one package has more than " + MOST, ReportTokens.SCAN_AGAIN);
    }
  }

  private String title() throws IOException, BrokenReportException {
    tokens.text(draft.title);
    return draft.title.value();
  }

  /** pip-audit rates nothing: unless another scanner does, its findings decide as unknown ones. */
  private void pass(Vulnerability one) {
    draft.clear();
    draft.id = one.id;
    draft.aliases = one.aliases;
    draft.component = PackageName.of(null, "pip", packageName);
    draft.purl = version == null ? draft.component : draft.component + "@" + version;
    draft.installedVersion.set(version);
    draft.fixedVersion.set(one.fix);
    draft.title.set(one.description);
    summary.finding(draft);
  }
}
