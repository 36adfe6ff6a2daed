package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every way in which a report must not be trusted. */
public class BrokenReportTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void refusesEveryTruncation() {
    refusesEveryTruncation("trivy", 0, "trivy-fs.json");
    refusesEveryTruncation("npm-audit", 1, "npm-v2.json");
    refusesEveryTruncation("bandit", 1, "bandit.json");
  }

  private void refusesEveryTruncation(String scanner, int exitCode, String fixture) {
    byte[] whole = Reports.fixture(fixture).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      ExpectedScan scan = reports.write(scanner, null, exitCode, Arrays.copyOf(whole, length));
      BrokenReportException e =
          assertThrows(
              fixture + " cut at " + length, BrokenReportException.class, () -> reports.read(scan));
      assertFalse(e.whatToDo().isBlank());
      assertTrue(reports.workspace.resolve(scan.report()).toFile().delete());
    }
  }

  @Test
  public void neverThrowsAnythingElseForFlippedBytes() {
    Random random = new Random(20261123);
    for (String fixture : new String[] {"trivy-fs.json", "npm-v2.json", "bandit.json"}) {
      String scanner = fixture.startsWith("npm") ? "npm-audit" : fixture.replaceAll("[.-].*", "");
      byte[] whole = Reports.fixture(fixture).getBytes(StandardCharsets.UTF_8);
      for (int round = 0; round < 1500; round++) {
        byte[] flipped = whole.clone();
        for (int i = 0; i <= round % 4; i++) {
          flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        ExpectedScan scan = reports.write(scanner, null, 0, flipped);
        readOrRefuse(scan);
        assertTrue(reports.workspace.resolve(scan.report()).toFile().delete());
      }
    }
  }

  private void readOrRefuse(ExpectedScan scan) {
    try {
      reports.read(scan);
    } catch (BrokenReportException e) {
      assertFalse(e.whatToDo().isBlank());
    }
  }

  @Test
  public void missing() {
    assertBroken(
        new ExpectedScan("trivy", "backend", null, "gone.json", 127),
        "was not found (exit code 127)");
    assertBroken(new ExpectedScan("trivy", "backend", null, "gone.json", 0), "there is no report");
  }

  @Test
  public void empty() {
    assertBroken(reports.write("trivy", null, 0, ""), "the report is empty");
    assertBroken(reports.write("trivy", null, 0, " \n"), "a format that is not known");
  }

  @Test
  public void truncatedIsCalledSo() {
    String cut = Reports.fixture("trivy-fs.json").substring(0, 400);
    assertBroken(reports.write("trivy", null, 0, cut), "it was truncated");
  }

  @Test
  public void twoDocumentsInOne() {
    String twice = Reports.fixture("trivy-fs.json") + Reports.fixture("trivy-fs.json");
    assertBroken(reports.write("trivy", null, 0, twice), "something follows the end");
  }

  @Test
  public void compressed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Reports.fixture("trivy-fs.json").getBytes(StandardCharsets.UTF_8));
    }
    assertBroken(reports.write("trivy", null, 0, bytes.toByteArray()), "compressed with gzip");
  }

  @Test
  public void anotherScannersReport() {
    assertBroken(
        reports.write("trivy", null, 0, Reports.fixture("bandit.json")),
        "expected a Trivy JSON report, but it is a Bandit JSON report");
  }

  @Test
  public void unknownScanner() {
    assertBroken(reports.write("snyk", null, 0, "{}"), "no reader for the scanner 'snyk'");
  }

  @Test
  public void otherTrivySchema() {
    String three =
        Reports.fixture("trivy-fs.json").replace("\"SchemaVersion\":2", "\"SchemaVersion\":3");
    assertBroken(reports.write("trivy", null, 0, three), "schema version is 3");
  }

  @Test
  public void trivyThatRecognisedNothing() {
    String nothing = "{\"SchemaVersion\":2,\"ArtifactType\":\"filesystem\",\"Results\":null}";
    assertBroken(reports.write("trivy", null, 0, nothing), "names nothing that was scanned");
  }

  @Test
  public void imageOfAnotherPlatform() {
    assertBroken(
        reports.write("trivy", "linux/arm64", 0, Reports.fixture("trivy-image-amd64.json")),
        "the image for linux/arm64 was to be scanned, but the report is of linux/amd64");
  }

  @Test
  public void fileSystemWhereAnImageWasPlanned() {
    assertBroken(
        reports.write("trivy", "linux/arm64", 0, Reports.fixture("trivy-fs.json")),
        "an image was to be scanned");
  }

  @Test
  public void npmVersionOne() {
    assertBroken(
        reports.write("npm-audit", null, 0, Reports.fixture("npm-v1.json")), "old version 1");
  }

  @Test
  public void npmVersionThree() {
    String three = Reports.fixture("npm-v2-clean.json").replace("Version\":2", "Version\":3");
    assertBroken(reports.write("npm-audit", null, 0, three), "version is 3, but only 2");
  }

  @Test
  public void npmThatCouldNotAudit() {
    assertBroken(
        reports.write("npm-audit", null, 1, Reports.fixture("npm-error.json")),
        "the audit did not run");
  }

  @Test
  public void npmWhoseTotalsDoNotFit() {
    String wrong = Reports.fixture("npm-v2.json").replace("\"total\":2},", "\"total\":3},");
    assertBroken(reports.write("npm-audit", null, 1, wrong), "npm counts 3 vulnerable packages");
  }

  @Test
  public void npmWithoutTotals() {
    assertBroken(
        reports.write("npm-audit", null, 0, "{\"auditReportVersion\":2,\"vulnerabilities\":{}}"),
        "totals are missing");
  }

  @Test
  public void banditThatSkippedAFile() {
    String skipped =
        Reports.fixture("bandit.json")
            .replace(
                "\"errors\":[]",
                "\"errors\":[{\"filename\":\"bad.py\",\"reason\":\"syntax error\"}]");
    assertBroken(reports.write("bandit", null, 1, skipped), "could not scan bad.py (syntax error)");
  }

  @Test
  public void banditThatFoundNoFile() {
    String none =
        Reports.fixture("bandit-clean.json").replace(",\"./app/main.py\":{\"loc\":9}", "");
    assertBroken(reports.write("bandit", null, 0, none), "names nothing that was scanned");
  }

  @Test
  public void severityOutsideTheVocabulary() {
    String odd = Reports.fixture("bandit.json").replace("severity\":\"HIGH", "severity\":\"AWFUL");
    assertBroken(reports.write("bandit", null, 1, odd), "severity 'AWFUL'");
  }

  @Test
  public void wrongTypeNamesThePlace() {
    String odd = Reports.fixture("trivy-fs.json").replace("\"left-over\",\"PkgId", "{},\"PkgId");
    BrokenReportException e =
        assertBroken(reports.write("trivy", null, 0, odd), "expected text here");
    assertTrue(e.where(), e.where().endsWith("/Results/0/Vulnerabilities/0/PkgName"));
  }

  @Test
  public void deepNestingAndGiganticStringsAreRefused() {
    String deep = "{\"SchemaVersion\":2,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertBroken(reports.write("trivy", null, 0, deep), "beyond the limits");
    String huge = Reports.fixture("trivy-fs.json").replace("left-over: ", "x".repeat(2_000_000));
    assertBroken(reports.write("trivy", null, 0, huge), "beyond the limits");
  }

  @Test
  public void exitCodeThatContradictsTheReport() {
    assertDisagrees("trivy", 1, "trivy-fs.json");
    assertDisagrees("npm-audit", 0, "npm-v2.json");
    assertDisagrees("npm-audit", 1, "npm-v2-clean.json");
    assertDisagrees("npm-audit", 137, "npm-v2.json");
    assertDisagrees("bandit", 0, "bandit.json");
    assertDisagrees("bandit", 1, "bandit-clean.json");
    assertDisagrees("bandit", 2, "bandit.json");
  }

  @Test
  public void exitCodeThatAgreesIsRead() throws Exception {
    assertEquals(0, reports.read(scan("bandit", 0, "bandit-clean.json")).size());
    assertEquals(0, reports.read(scan("npm-audit", 0, "npm-v2-clean.json")).size());
    String info =
        Reports.fixture("npm-v2.json")
            .replace("\"info\":0", "\"info\":2")
            .replace("\"severity\":\"moderate\"", "\"severity\":\"info\"");
    assertEquals(1, reports.read(reports.write("npm-audit", null, 0, info)).size());
  }

  private void assertDisagrees(String scanner, int exitCode, String fixture) {
    assertBroken(scan(scanner, exitCode, fixture), "returned " + exitCode + ": it ");
  }

  private ExpectedScan scan(String scanner, int exitCode, String fixture) {
    return reports.write(scanner, null, exitCode, Reports.fixture(fixture));
  }

  private BrokenReportException assertBroken(ExpectedScan scan, String what) {
    BrokenReportException e = assertThrows(BrokenReportException.class, () -> reports.read(scan));
    assertTrue(e.getMessage(), e.getMessage().contains(what));
    assertFalse(e.whatToDo().isBlank());
    return e;
  }
}
