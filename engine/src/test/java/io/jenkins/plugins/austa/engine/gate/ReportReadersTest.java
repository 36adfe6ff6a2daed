package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReportReadersTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void trivyVulnerabilityHasEveryField() throws Exception {
    Finding finding = trivyFs().get(0);

    assertEquals("CVE-2026-0001", finding.id());
    assertEquals(List.of("GHSA-aaaa-bbbb-cccc"), finding.aliases());
    assertEquals(Severity.HIGH, finding.severity());
    assertEquals("pkg:npm/left-over", finding.component());
    assertEquals("pkg:npm/left-over@1.0.0", finding.purl());
    assertEquals("1.0.0", finding.installedVersion());
    assertEquals("1.0.1", finding.fixedVersion());
    assertEquals("package-lock.json", finding.location().toString());
    assertEquals("left-over: \"quoted\" é", finding.title());
    assertNull(finding.platform());
  }

  @Test
  public void trivySecretIsFoundByLineAndNeverShowsItsMatch() throws Exception {
    Finding secret = trivyFs().get(2);

    assertEquals("some-token", secret.id());
    assertEquals("deploy.sh:3", secret.location().toString());
    assertFalse(secret.toString().contains("TOKEN="));
  }

  @Test
  public void scopedPackageKeepsItsScope() throws Exception {
    assertEquals("pkg:npm/@scope/tiny", trivyFs().get(1).component());
    assertEquals("pkg:npm/@scope/tiny", PackageName.of(null, "yarn", "@scope/tiny"));
    assertEquals("pkg:npm/@scope/tiny", PackageName.of("pkg:npm/@scope/tiny", null, "x"));
    assertEquals("pkg:pypi/a-b", PackageName.of(null, "poetry", "A_b"));
    assertEquals("pkg:deb/debian/x", PackageName.of("pkg:deb/debian/x@1?arch=a@b/c", null, "x"));
  }

  @Test
  public void trivyImageFindingBelongsToThePlannedPlatform() throws Exception {
    ExpectedScan scan =
        reports.write("trivy", "linux/arm64/v8", 0, Reports.fixture("trivy-image-arm64.json"));

    assertEquals("linux/arm64", reports.read(scan).get(0).platform());
  }

  @Test
  public void trivyAliasIsLeftOutWhenItCouldMeanAnotherVulnerability() throws Exception {
    String two =
        Reports.fixture("trivy-fs.json")
            .replace("[\"GHSA-aaaa-bbbb-cccc\"]", "[\"GHSA-aaaa-bbbb-cccc\",\"GHSA-d\"]");

    assertEquals(List.of(), reports.read(reports.write("trivy", null, 0, two)).get(0).aliases());
  }

  @Test
  public void trivyMisconfigurationThatPassedIsNoFinding() throws Exception {
    String report =
        """
        {"SchemaVersion":2,"Results":[{"Target":"a.yaml","Class":"config","Misconfigurations":[
        {"ID":"KSV-1","Severity":"HIGH","Status":"PASS"},
        {"ID":"KSV-2","Severity":"HIGH","Status":"FAIL","CauseMetadata":{"StartLine":4}}]}]}
        """;

    List<Finding> findings = reports.read(reports.write("trivy", null, 0, report));

    assertEquals(List.of("KSV-2"), findings.stream().map(Finding::id).toList());
    assertEquals("a.yaml:4", findings.get(0).location().toString());
  }

  @Test
  public void npmAdvisoryIsAFindingOfThePackageThatHasIt() throws Exception {
    List<Finding> findings =
        reports.read(reports.write("npm-audit", null, 1, Reports.fixture("npm-v2.json")));

    assertEquals(1, findings.size());
    Finding finding = findings.get(0);
    assertEquals("GHSA-aaaa-bbbb-cccc", finding.id());
    assertEquals(Severity.MEDIUM, finding.severity());
    assertEquals("pkg:npm/left-over", finding.component());
    assertEquals("npm audit fix", finding.fixedVersion());
    assertEquals("node_modules/left-over", finding.location().path());
  }

  @Test
  public void npmTreeWithoutDependenciesIsAScannedTarget() throws Exception {
    ExpectedScan scan = reports.write("npm-audit", null, 0, Reports.fixture("npm-v2-clean.json"));

    ScanReport report = ScanReports.read(reports.workspace, scan, finding -> {});

    assertEquals(1, report.targetCount());
    assertEquals(0, report.findingCount());
  }

  @Test
  public void banditIssueIsFoundInItsFile() throws Exception {
    Finding finding = bandit("7", "").get(0);

    assertEquals("B602", finding.id());
    assertEquals(Severity.HIGH, finding.severity());
    assertEquals("app/main.py:7", finding.location().toString());
    assertEquals("app/main.py", finding.component());
  }

  @Test
  public void fingerprintStaysWhenTheLineMovesAndChangesWithTheCode() throws Exception {
    String before = bandit("7", "").get(0).fingerprint();

    assertEquals(before, bandit("90", "").get(0).fingerprint());
    assertNotEquals(before, bandit("7", "other").get(0).fingerprint());
  }

  @Test
  public void equalLinesInOneFileHaveFingerprintsOfTheirOwn() throws Exception {
    String report = Reports.fixture("bandit.json");
    String issue = report.substring(report.indexOf("[{\"code\"") + 1, report.length() - 2);
    String twice = report.replace(issue, issue + "," + issue);

    List<Finding> findings = reports.read(reports.write("bandit", null, 1, twice));

    assertEquals(2, findings.stream().map(Finding::fingerprint).collect(Collectors.toSet()).size());
  }

  @Test
  public void titleIsOneBoundedLine() throws Exception {
    String report =
        Reports.fixture("trivy-fs.json").replace("left-over: ", "a\\nb".repeat(100_000));

    Finding finding = reports.read(reports.write("trivy", null, 0, report)).get(0);

    assertTrue(finding.title().length() <= Finding.LONGEST_TITLE);
    assertFalse(finding.title().contains("\n"));
  }

  @Test
  public void formatIsToldByContent() throws Exception {
    assertEquals("trivy", scannerOf("trivy-fs.json"));
    assertEquals("npm-audit", scannerOf("npm-v2.json"));
    assertEquals("bandit", scannerOf("bandit.json"));
  }

  private String scannerOf(String fixture) throws Exception {
    ExpectedScan scan = reports.write("any", null, 0, Reports.fixture(fixture));
    return ScanReports.scannerOf(reports.workspace.resolve(scan.report()));
  }

  private List<Finding> trivyFs() throws BrokenReportException {
    return reports.read(reports.write("trivy", null, 0, Reports.fixture("trivy-fs.json")));
  }

  private List<Finding> bandit(String line, String suffix) throws BrokenReportException {
    String report =
        Reports.fixture("bandit.json")
            .replace(
                "7     return subprocess.call(cmd", line + "   return subprocess.call(cmd" + suffix)
            .replace("\"line_number\":7", "\"line_number\":" + line);
    return reports.read(reports.write("bandit", null, 1, report));
  }
}
