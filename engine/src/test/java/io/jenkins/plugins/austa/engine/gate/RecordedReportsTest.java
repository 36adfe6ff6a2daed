package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What tools really wrote. */
public class RecordedReportsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void bandit() throws Exception {
    List<Finding> findings = read("bandit", "recorded-bandit.json");

    assertEquals(
        List.of("B403", "B404", "B602", "B301"), findings.stream().map(Finding::id).toList());
    assertEquals("app/main.py:6", findings.get(2).location().toString());
    assertEquals(Severity.HIGH, findings.get(2).severity());
  }

  @Test
  public void eslint() throws Exception {
    List<Finding> findings = read("sarif", "recorded-eslint.sarif");

    assertEquals(
        List.of("no-eval", "no-unreachable", "no-unused-vars"),
        findings.stream().map(Finding::id).toList());
    assertEquals("eslint", findings.get(0).scanner());
    assertEquals("/home/ci/app/main.js:2", findings.get(0).location().toString());
    assertEquals(
        List.of(Severity.HIGH, Severity.HIGH, Severity.MEDIUM),
        findings.stream().map(Finding::severity).toList());
  }

  private List<Finding> read(String scanner, String fixture) throws Exception {
    Reports reports = new Reports(folder.getRoot().toPath());
    return reports.read(reports.write(scanner, null, 1, Reports.fixture(fixture)));
  }
}
