package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.gate.MergedFinding;
import io.jenkins.plugins.austa.engine.gate.ScanReport;
import io.jenkins.plugins.austa.engine.report.FindingReport;
import io.jenkins.plugins.austa.engine.report.GateReport;
import io.jenkins.plugins.austa.engine.report.ScannerReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verdict as the report and the build's last line tell it. */
final class GateReports {

  private GateReports() {}

  static GateReport of(GateVerdict verdict) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    verdict.counts().forEach((severity, count) -> counts.put(severity.name(), count));
    return new GateReport(
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        verdict.passed() ? "nothing in the reports decides against it" : firstReason(verdict),
        counts,
        verdict.scans().stream().map(GateReports::scanner).toList(),
        verdict.deciding().stream().map(GateReports::finding).toList(),
        verdict.counts().values().stream().mapToInt(Integer::intValue).sum());
  }

  /** One sentence for the end of the build log; the table above it has the details. */
  static String refusal(GateVerdict verdict) {
    int more = verdict.reasons().size() - 1;
    return "The security gate is "
        + verdict.outcome().name().toLowerCase(Locale.ROOT)
        + ": "
        + firstReason(verdict)
        + (more > 0 ? " (and " + more + " more, see above)" : "");
  }

  private static String firstReason(GateVerdict verdict) {
    return verdict.reasons().get(0).toString();
  }

  private static ScannerReport scanner(ScanReport scan) {
    return new ScannerReport(scan.scanner(), scan.service(), scan.platform(), "read");
  }

  private static FindingReport finding(MergedFinding finding) {
    return new FindingReport(
        finding.severity().name(),
        finding.id(),
        finding.component(),
        finding.installedVersion(),
        finding.fixedVersion(),
        List.copyOf(finding.scanners()),
        finding.location() == null ? null : finding.location().toString(),
        true);
  }
}
