package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.config.ConfigReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The policy of austa.yaml, held against reports. */
public class GatePolicyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void aScannerMayHaveAThresholdOfItsOwn() throws Exception {
    GateVerdict verdict = bandit("thresholds: [{scanner: bandit, least: critical}]").verdict();

    assertTrue(verdict.passed());
    assertEquals(1, (int) verdict.states().get(FindingState.BELOW));
  }

  @Test
  public void aServiceMayHaveAThresholdOfItsOwn() throws Exception {
    assertTrue(bandit("thresholds: [{service: backend, least: none}]").verdict().passed());
    assertFalse(bandit("thresholds: [{service: frontend, least: none}]").verdict().passed());
  }

  @Test
  public void aBudgetHasRoomForAsManyAsItSays() throws Exception {
    GateVerdict within = trivy("budgets: {high: 1, critical: 1}").verdict();
    assertTrue(within.reasons().toString(), within.passed());
    assertEquals(2, (int) within.states().get(FindingState.BUDGETED));

    GateVerdict beyond = trivy("budgets: {high: 1, critical: 0}").verdict();
    assertEquals(1, beyond.decidingCount());
    assertReason(beyond, "1 findings of severity critical, and the budget is 0");
  }

  @Test
  public void aBudgetBelowTheThresholdCountsAll() throws Exception {
    GateVerdict verdict = trivy("budgets: {low: 0, high: 9, critical: 9}").verdict();

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertReason(verdict, "raise security.budgets.low");
  }

  @Test
  public void aNewVulnerabilityHasItsDaysOfGrace() throws Exception {
    assertTrue(published("2026-11-20", "graceDays: 7").passed());
    assertFalse(published("2026-11-16", "graceDays: 7").passed());
    assertFalse(published("2026-11-20", "graceDays: 0").passed());
    assertFalse("from the future", published("2027-05-01", "graceDays: 7").passed());
    assertFalse("from nowhere", published("0001-01-01", "graceDays: 7").passed());
  }

  @Test
  public void onlyNewFindingsDecideAgainstABaseline() throws Exception {
    Path baseline = folder.getRoot().toPath().resolve("baseline.json");
    GateResult before = bandit("newOnly: true");
    assertFalse(before.verdict().passed());
    assertTrue(before.verdict().notes().get(0).contains("every finding is new"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    GateResultJson.write(before, json);
    Files.write(baseline, json.toByteArray());

    GateResult same = bandit("newOnly: true");
    assertTrue(same.verdict().passed());
    assertEquals(1, (int) same.verdict().states().get(FindingState.KNOWN));

    GateResult more = trivy("newOnly: true");
    assertEquals(2, more.verdict().decidingCount());
  }

  @Test
  public void theBaselineKeepsWhatItKnowsWhenItIsWrittenAnew() throws Exception {
    Path baseline = folder.getRoot().toPath().resolve("baseline.json");
    for (int round = 0; round < 3; round++) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      GateResultJson.write(bandit("newOnly: true"), json);
      Files.write(baseline, json.toByteArray());
    }

    assertTrue(bandit("newOnly: true").verdict().passed());
  }

  @Test
  public void aBaselineThatCannotBeReadBreaksTheGate() throws Exception {
    Path baseline = folder.getRoot().toPath().resolve("baseline.json");
    for (String content :
        List.of(
            "",
            "{",
            "{\"austaGate\":2}",
            "{\"fingerprints\":[]}",
            "[]",
            "{\"austaGate\":1," + "\"fingerprints\":[\"x\"]}")) {
      Files.writeString(baseline, content);
      GateVerdict verdict = bandit("newOnly: true").verdict();
      assertEquals(content, GateOutcome.BROKEN, verdict.outcome());
      assertReason(verdict, "the baseline ");
    }
  }

  @Test
  public void aSuppressionMayCoverAPackageInsteadOfAnId() throws Exception {
    String rest = ", reason: build only, owner: Ada, until: 2026-12-01}]";

    assertEquals(1, suppressed("suppressions: [{purl: 'pkg:npm/left-over@1.*'" + rest));
    assertEquals(1, suppressed("suppressions: [{purl: 'pkg:npm/@scope/*'" + rest));
    assertEquals(0, suppressed("suppressions: [{purl: 'pkg:npm/left-over@2.*'" + rest));
    assertEquals(1, suppressed("suppressions: [{id: CVE-2026-0001, purl: 'pkg:npm/left*'" + rest));
    assertEquals(0, suppressed("suppressions: [{id: CVE-2026-0002, purl: 'pkg:npm/left*'" + rest));
  }

  @Test
  public void starsInAPatternStandForAnyText() {
    assertTrue(new PurlPattern("pkg:npm/a*c*").fits("pkg:npm/abcbcd"));
    assertTrue(new PurlPattern("pkg:npm/a").fits("pkg:npm/a"));
    assertFalse(new PurlPattern("pkg:npm/a").fits("pkg:npm/ab"));
    assertFalse(new PurlPattern("pkg:npm/a*c").fits("pkg:npm/acb"));
    assertTrue(new PurlPattern("pkg:npm/%40s/*").fits("pkg:npm/@s/x"));
  }

  private int suppressed(String policy) throws Exception {
    return trivy(policy).verdict().suppressed();
  }

  private GateVerdict published(String day, String policy) throws Exception {
    String report =
        Reports.fixture("trivy-image-arm64.json")
            .replace("\"Title\":", "\"PublishedDate\":\"" + day + "T09:15:00.123Z\",\"Title\":");
    return examine(policy, reports.write("trivy", "linux/arm64", 0, report)).verdict();
  }

  private GateResult bandit(String policy) throws Exception {
    return examine(policy, reports.write("bandit", null, 1, Reports.fixture("bandit.json")));
  }

  private GateResult trivy(String policy) throws Exception {
    return examine(policy, reports.write("trivy", null, 0, Reports.fixture("trivy-fs.json")));
  }

  private GateResult examine(String policy, ExpectedScan scan) throws Exception {
    GatePolicy configured =
        ConfiguredPolicy.of(
            ConfigReader.read("austa.yaml", "security:\n  " + policy + "\n").security());
    return SecurityGate.withBaseline(configured, reports.workspace.resolve("baseline.json"))
        .examine(reports.workspace, List.of(scan), Map.of(), TODAY);
  }

  private static void assertReason(GateVerdict verdict, String text) {
    assertTrue(
        verdict.reasons().toString(),
        verdict.reasons().stream().anyMatch(reason -> reason.toString().contains(text)));
  }
}
