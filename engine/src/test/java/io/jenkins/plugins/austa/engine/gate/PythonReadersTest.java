package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** pip-audit and both kinds of Safety's reports. */
public class PythonReadersTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void pipAuditFindingHasEveryField() throws Exception {
    Finding finding = reports.read(scan("pip-audit", 1, "pip-audit.json")).get(0);

    assertEquals("PYSEC-2026-1", finding.id());
    assertEquals(List.of("CVE-2026-0201", "GHSA-pppp-qqqq-rrrr"), finding.aliases());
    assertEquals("pkg:pypi/old-parser", finding.component());
    assertEquals("pkg:pypi/old-parser@1.0", finding.purl());
    assertEquals("1.1, 2.0", finding.fixedVersion());
    assertEquals("An old parser.", finding.title());
    assertEquals(Severity.UNKNOWN, finding.severity());
  }

  @Test
  public void whatPipAuditSkippedIsNoted() throws Exception {
    ScanReport report =
        ScanReports.read(reports.workspace, scan("pip-audit", 1, "pip-audit.json"), finding -> {});

    assertEquals(2, report.targetCount());
    assertTrue(report.notes().get(0), report.notes().get(0).contains("ai-service was not audited"));
  }

  @Test
  public void safetyCheckFindingGoesByItsCve() throws Exception {
    List<Finding> findings = reports.read(scan("safety", 64, "safety-check.json"));

    assertEquals(2, findings.size());
    assertEquals("CVE-2026-0201", findings.get(0).id());
    assertEquals(List.of("SAFETY-70001"), findings.get(0).aliases());
    assertEquals(Severity.CRITICAL, findings.get(0).severity());
    assertEquals(9.8, findings.get(0).cvss(), 0);
    assertEquals("SAFETY-70002", findings.get(1).id());
    assertEquals(Severity.UNKNOWN, findings.get(1).severity());
    assertNull(findings.get(1).fixedVersion());
  }

  @Test
  public void safetyScanFindingIsUnratedAndItsIgnoredOnesAreNoted() throws Exception {
    ExpectedScan scan = scan("safety-scan", 64, "safety-scan.json");
    List<Finding> findings = reports.read(scan);

    assertEquals(List.of("SAFETY-70001"), findings.stream().map(Finding::id).toList());
    assertEquals("pkg:pypi/old-parser@1.0", findings.get(0).purl());
    assertEquals("requirements.txt", findings.get(0).location().path());
    ScanReport report = ScanReports.read(reports.workspace, scan, finding -> {});
    assertTrue(report.notes().get(0), report.notes().get(0).contains("1 findings are hidden"));
  }

  @Test
  public void threeScannersOfOneVulnerabilityAreOneFindingWithTheOnlyRating() {
    GateVerdict verdict =
        new SecurityGate(GatePolicy.defaults())
            .judge(
                reports.workspace,
                List.of(
                    scan("pip-audit", 1, "pip-audit.json"),
                    scan("safety", 64, "safety-check.json"),
                    scan("safety-scan", 64, "safety-scan.json")),
                LocalDate.of(2026, 11, 23));

    assertEquals(2, verdict.decidingCount());
    MergedFinding worst =
        verdict.deciding().stream().filter(one -> one.cvss() != null).findFirst().orElseThrow();
    assertEquals("CVE-2026-0201", worst.id());
    assertEquals(Severity.CRITICAL, worst.severity());
    assertEquals(Set.of("pip-audit", "safety", "safety-scan"), worst.scanners());
  }

  @Test
  public void reportsThatContradictThemselvesAreBroken() {
    assertBroken(
        "safety",
        64,
        "safety-check.json",
        "\"vulnerabilities_found\":2",
        "\"vulnerabilities_found\":3");
    assertBroken("safety", 64, "safety-check.json", "\"vulnerabilities\":[", "\"vulnerability\":[");
    assertBroken("safety", 0, "safety-check.json", "", "");
    assertBroken("safety", 66, "safety-check.json", "", "");
    assertBroken("pip-audit", 0, "pip-audit.json", "", "");
    assertBroken("pip-audit", 1, "pip-audit.json", "\"vulns\":[{", "\"vulnz\":[{");
    assertBroken("safety-scan", 64, "safety-scan.json", "\"results\"", "\"result\"");
    assertBroken("pip-audit", 1, "safety-check.json", "", "");
  }

  private void assertBroken(String scanner, int exitCode, String fixture, String from, String to) {
    String report = Reports.fixture(fixture).replace(from, to);
    ExpectedScan scan = reports.write(scanner, null, exitCode, report);
    assertThrows(fixture + from, BrokenReportException.class, () -> reports.read(scan));
  }

  private ExpectedScan scan(String scanner, int exitCode, String fixture) {
    return reports.write(scanner, null, exitCode, Reports.fixture(fixture));
  }
}
