package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SarifReaderTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void resultHasEveryFieldEvenWhenTheToolComesAfterIt() throws Exception {
    List<Finding> findings = read("", "");

    assertEquals(3, findings.size());
    Finding first = findings.get(0);
    assertEquals("some-linter", first.scanner());
    assertEquals("no-eval", first.id());
    assertEquals(Severity.HIGH, first.severity());
    assertEquals("/src/app.js:7", first.location().toString());
    assertEquals("eval can be harmful.", first.title());
    Finding second = findings.get(1);
    assertEquals("sql", second.id());
    assertEquals(Severity.CRITICAL, second.severity());
    assertEquals(9.1, second.cvss(), 0);
  }

  @Test
  public void levelComesFromResultThenRuleThenTheStandard() throws Exception {
    assertEquals(
        Severity.LOW,
        read("\"level\":\"error\",\"message\":{\"text\":\"eval", "\"message\":{\"text\":\"eval")
            .get(0)
            .severity());
    assertEquals(
        Severity.MEDIUM,
        read("\"properties\":{\"security-severity\":\"9.1\"}", "\"helpUri\":\"https://a.b\"")
            .get(1)
            .severity());
    assertEquals(
        Severity.INFO, read("\"level\":\"error\"", "\"level\":\"none\"").get(0).severity());
  }

  @Test
  public void suppressedOnesAreNoted() throws Exception {
    ScanReport report = ScanReports.read(reports.workspace, scan("", ""), finding -> {});

    assertEquals(List.of("Some Linter"), report.targets());
    assertTrue(
        report.notes().get(0).contains("1 findings are suppressed in the log of Some Linter"));
  }

  @Test
  public void fingerprintStaysWhenTheLineMoves() throws Exception {
    String before = read("", "").get(0).fingerprint();

    assertEquals(before, read("\"startLine\":7", "\"startLine\":70").get(0).fingerprint());
    assertNotEquals(before, read("eval(x)", "eval(y)").get(0).fingerprint());
    String hashed = read("", "").get(1).fingerprint();
    assertEquals(hashed, read("Injection.", "Injection!").get(1).fingerprint());
  }

  @Test
  public void refusesWhatDoesNotProveThatTheToolLooked() {
    assertBroken("\"version\":\"2.1.0\"", "\"version\":\"2.0.0\"", "only 2.1.0 can be read");
    assertBroken("\"results\":[", "\"result\":[", "has no results");
    assertBroken("\"executionSuccessful\":true", "\"executionSuccessful\":false", "that it failed");
    assertBroken("\"name\":\"Some Linter\"", "\"nome\":\"Some Linter\"", "names no tool");
    assertBroken("\"level\":\"error\"", "\"levez\":\"error\"", "no such field in a result");
    assertBroken("\"level\":\"error\"", "\"level\":\"awful\"", "not one of SARIF's");
    assertBroken("\"9.1\"", "\"bad\"", "no number from 0 to 10");
    assertBroken("\"9.1\"", "\"NaN\"", "no number from 0 to 10");
    assertBroken("\"ruleId\":\"no-eval\",\"ruleIndex\":0,", "", "names no rule");
  }

  private void assertBroken(String from, String to, String what) {
    ExpectedScan scan = scan(from, to);
    BrokenReportException e =
        assertThrows(from, BrokenReportException.class, () -> reports.read(scan));
    assertTrue(e.getMessage(), e.getMessage().contains(what));
  }

  private List<Finding> read(String from, String to) throws Exception {
    return reports.read(scan(from, to));
  }

  private ExpectedScan scan(String from, String to) {
    String report = Reports.fixture("sarif.json");
    int at = report.indexOf(from);
    assertTrue(from, at >= 0);
    String changed = report.substring(0, at) + to + report.substring(at + from.length());
    return reports.write("sarif", null, 1, changed);
  }
}
