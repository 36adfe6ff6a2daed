package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Real scanner output, where this machine has it; see the samples' own README for its origin. */
public class RealSamplesTest {
  @Test
  public void trivyOfLockFiles() throws Exception {
    assertEquals(List.of("CVE-2017-20165"), ids("trivy", "trivy/npm-with-suppressed.json", null));
    assertEquals(1, read("trivy", "trivy/npm.json", null).size());
    assertEquals(1, read("trivy", "trivy/npm-with-dev.json", null).size());
    assertTrue(ids("trivy", "trivy/pip.json", null).contains("CVE-2019-14806"));
  }

  @Test
  public void trivyOfImages() throws Exception {
    List<Finding> alpine = read("trivy", "trivy/alpine-310.json", "linux/amd64");
    assertEquals("pkg:apk/alpine/libcrypto1.1", alpine.get(0).component());
    assertEquals("linux/amd64", alpine.get(0).platform());
    assertTrue(read("trivy", "trivy/distroless-base.json", "linux/amd64").size() > 0);
    assertThrows(
        BrokenReportException.class, () -> read("trivy", "trivy/alpine-310.json", "linux/arm64"));
  }

  @Test
  public void trivyOfMisconfigurationsAndSecrets() throws Exception {
    assertTrue(ids("trivy", "trivy/helm_testchart.json", null).contains("KSV-0001"));
    List<Finding> secrets = read("trivy", "trivy/secrets.json", null);
    assertEquals("deploy.sh:3", secrets.get(0).location().toString());
    assertEquals(Severity.CRITICAL, secrets.get(0).severity());
  }

  @Test
  public void npmAudit() throws Exception {
    List<Finding> findings = read("npm-audit", "npm-audit/v2.json", null);
    assertTrue(findings.stream().anyMatch(one -> one.id().equals("GHSA-rch9-xh7r-mqgw")));
    assertThrows(
        BrokenReportException.class,
        () -> read("npm-audit", "npm-audit/endpoint-error.json", null));
  }

  @Test
  public void bandit() throws Exception {
    List<Finding> findings = read("bandit", "bandit/report.json", null);
    assertEquals(5, findings.size());
    assertEquals("app.py:3", findings.get(1).location().toString());
  }

  @Test
  public void safety() throws Exception {
    assertEquals(List.of("SAFETY-25853"), ids("safety", "safety/report.json", null));
    List<Finding> django = read("safety", "safety/report-with-fix.json", null);
    assertEquals(4, django.size());
    assertEquals("CVE-2022-22818", django.get(0).id());
    assertEquals(Severity.MEDIUM, django.get(0).severity());
    assertEquals("2.2.27, 3.2.12, 4.0.2", django.get(0).fixedVersion());
  }

  @Test
  public void sarifThatTrivyWrote() throws Exception {
    List<Finding> findings = read("sarif", "trivy/alpine-310.sarif", null);
    assertTrue(findings.size() > 0);
    assertEquals("trivy", findings.get(0).scanner());
    assertEquals(Severity.MEDIUM, findings.get(0).severity());
  }

  @Test
  public void documentsThatAreNoReportsAreRefused() {
    Path file = present("trivy/npm-cyclonedx.json");
    assertThrows(BrokenReportException.class, () -> ScanReports.scannerOf(file));
  }

  private static List<String> ids(String scanner, String name, String platform) throws Exception {
    return read(scanner, name, platform).stream().map(Finding::id).toList();
  }

  private static List<Finding> read(String scanner, String name, String platform)
      throws BrokenReportException {
    Path file = present(name);
    List<Finding> findings = new ArrayList<>();
    ScanReports.read(
        file.getParent(),
        new ExpectedScan(scanner, "sample", platform, file.getFileName().toString(), null),
        findings::add);
    return findings;
  }

  private static Path present(String name) {
    Path file = Reports.sample(name);
    assumeTrue("no sample " + file + " on this machine", Files.exists(file));
    return file;
  }
}
