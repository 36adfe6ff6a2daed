package io.jenkins.plugins.austa.engine.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The security gate's verdict over all scanners.
 *
 * @param verdict {@code passed}, {@code failed} or {@code broken}
 * @param reason one line
 * @param counts number of findings by severity, of all findings, in the order of {@link
 *     #SEVERITIES}; every severity is present
 * @param scanners who looked at what
 * @param findings the most important ones, see {@link #capped}
 * @param totalFindings how many there were before {@code findings} was cut
 */
public record GateReport(
    String verdict,
    String reason,
    Map<String, Integer> counts,
    List<ScannerReport> scanners,
    List<FindingReport> findings,
    int totalFindings) {

  /** From worst to least; {@code UNKNOWN} is not the least harmful but the least known. */
  public static final List<String> SEVERITIES =
      List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "UNKNOWN");

  public GateReport {
    counts = inOrder(counts == null ? Map.of() : counts);
    scanners = Absent.orEmpty(scanners);
    findings = Absent.orEmpty(findings);
    totalFindings = Math.max(totalFindings, findings.size());
  }

  /** The same gate with at most {@code most} findings: those that decided first, then the worst. */
  public GateReport capped(int most) {
    List<FindingReport> kept =
        findings.stream()
            .sorted(
                Comparator.comparing(FindingReport::decided)
                    .reversed()
                    .thenComparing(finding -> rank(finding.severity())))
            .limit(most)
            .toList();
    return new GateReport(verdict, reason, counts, scanners, kept, totalFindings);
  }

  /** Place of a severity in {@link #SEVERITIES}; one that is not known ranks as {@code UNKNOWN}. */
  public static int rank(String severity) {
    int place = SEVERITIES.indexOf(severity);
    return place < 0 ? SEVERITIES.size() - 1 : place;
  }

  private static Map<String, Integer> inOrder(Map<String, Integer> given) {
    Map<String, Integer> ordered = new LinkedHashMap<>();
    SEVERITIES.forEach(severity -> ordered.put(severity, 0));
    given.forEach(
        (severity, count) -> ordered.merge(SEVERITIES.get(rank(severity)), count, Integer::sum));
    return Collections.unmodifiableMap(ordered);
  }
}
