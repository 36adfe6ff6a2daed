package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.FindingReport;
import io.jenkins.plugins.austa.engine.report.GateReport;
import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.ScannerReport;
import java.util.Locale;

/** The security gate: verdict, findings by severity, who scanned what. */
final class GateSection implements Section {
  @Override
  public String id() {
    return "security";
  }

  @Override
  public String title() {
    return "Security gate";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return run.gate() != null;
  }

  @Override
  public void write(RunReport run, Markup out) {
    GateReport gate = run.gate();
    out.open("p", "class", "summary");
    Badge.of(gate.verdict()).write(out, Results.word(gate.verdict()));
    out.text(gate.reason() == null ? null : " " + gate.reason()).close();
    counts(gate, out);
    findings(gate, out);
    scanners(gate, out);
  }

  private static void counts(GateReport gate, Markup out) {
    out.open("ul", "class", "severities", "aria-label", "Findings by severity");
    gate.counts()
        .forEach(
            (severity, count) -> {
              String empty = count == 0 ? " none" : "";
              out.open("li", "class", "severity " + style(severity) + empty);
              out.element("span", HumanTime.count(count), "class", "count");
              out.element("span", " " + style(severity), "class", "label").close();
            });
    out.close();
  }

  private static void findings(GateReport gate, Markup out) {
    if (gate.findings().isEmpty()) {
      return;
    }
    Table table =
        new Table(
            out,
            caption(gate),
            "Severity",
            "Finding",
            "Component",
            "Installed",
            "Fixed in",
            "Reported by",
            "Location",
            "Decided");
    gate.findings().forEach(finding -> row(table, finding));
    table.end();
  }

  private static void row(Table table, FindingReport finding) {
    String severity = style(finding.severity());
    table.row(
        out -> out.element("span", severity, "class", "severity-tag " + severity),
        Cell.code(finding.id()),
        Cell.text(finding.component()),
        Cell.code(finding.installed()),
        Cell.code(finding.fixed()),
        Cell.text(String.join(", ", finding.sources())),
        Cell.code(finding.location()),
        out -> {
          if (finding.decided()) {
            Badge.BAD.write(out, "blocks");
          } else {
            out.text("–");
          }
        });
  }

  private static String caption(GateReport gate) {
    int shown = gate.findings().size();
    return shown == gate.totalFindings()
        ? "Findings, " + HumanTime.count(shown) + " in all"
        : "Findings, the "
            + HumanTime.count(shown)
            + " most important of "
            + HumanTime.count(gate.totalFindings());
  }

  private static void scanners(GateReport gate, Markup out) {
    if (gate.scanners().isEmpty()) {
      return;
    }
    Table table = new Table(out, "Scanners", "Scanner", "Service", "Platform", "Result");
    for (ScannerReport scanner : gate.scanners()) {
      table.row(
          Cell.text(scanner.scanner()),
          Cell.text(scanner.service()),
          Cell.text(scanner.platform()),
          Cell.badge(scanner.result()));
    }
    table.end();
  }

  /** Only ever one of five words, so that a scanner's output cannot choose a class name. */
  private static String style(String severity) {
    return GateReport.SEVERITIES.get(GateReport.rank(severity)).toLowerCase(Locale.ROOT);
  }
}
