package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SecurityGateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void passesWhenEverythingWasReadAndNothingDecides() {
    GateVerdict verdict =
        judge(
            scan("npm-audit", null, 0, "npm-v2-clean.json"),
            scan("bandit", null, 0, "bandit-clean.json"));

    assertEquals(GateOutcome.PASSED, verdict.outcome());
    assertEquals(List.of(), verdict.reasons());
    assertEquals(2, verdict.scans().size());
  }

  @Test
  public void belowTheThresholdIsCountedAndPasses() {
    GateVerdict verdict = judge(scan("npm-audit", null, 1, "npm-v2.json"));

    assertTrue(verdict.passed());
    assertEquals(1, (int) verdict.counts().get(Severity.MEDIUM));
    assertEquals(0, (int) verdict.counts().get(Severity.CRITICAL));
  }

  @Test
  public void failsAtTheThresholdAndNamesTheFix() {
    GateVerdict verdict = judge(scan("trivy", null, 0, "trivy-fs.json"));

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertEquals(2, verdict.decidingCount());
    assertEquals(Severity.CRITICAL, verdict.deciding().get(0).severity());
    assertReason(verdict, "high CVE-2026-0001 in pkg:npm/left-over of backend by trivy");
    assertReason(verdict, "fix it (1.0.1)");
  }

  @Test
  public void sameVulnerabilityOfTwoScannersIsOneFindingWithBothSources() {
    GateVerdict verdict =
        judge(scan("npm-audit", null, 1, "npm-v2.json"), scan("trivy", null, 0, "trivy-fs.json"));

    assertEquals(1, (int) verdict.counts().get(Severity.HIGH));
    assertEquals(0, (int) verdict.counts().get(Severity.MEDIUM));
    MergedFinding merged = verdict.deciding().get(1);
    assertEquals("CVE-2026-0001", merged.id());
    assertEquals(Set.of("npm-audit", "trivy"), merged.scanners());
  }

  @Test
  public void whatScannersWereToldToIgnoreIsNoted() {
    String ignored =
        Reports.fixture("trivy-fs.json")
            .replace(
                "\"Severity\":\"LOW\"}]",
                "\"Severity\":\"LOW\"}],\"ExperimentalModifiedFindings\":[{},{}]");
    String nosec =
        Reports.fixture("bandit-clean.json").replace("{\"loc\":9},", "{\"loc\":9,\"nosec\":1},");

    List<String> notes =
        judge(reports.write("trivy", null, 0, ignored), reports.write("bandit", null, 0, nosec))
            .notes();

    assertTrue(notes.get(0), notes.get(0).contains("2 findings are hidden by Trivy's own ignore"));
    assertTrue(notes.get(1), notes.get(1).contains("nosec"));
  }

  @Test
  public void criticalFindingOnlyInOnePlatformFailsAndNamesIt() {
    GateVerdict verdict =
        judge(
            scan("trivy", "linux/amd64", 0, "trivy-image-amd64.json"),
            scan("trivy", "linux/arm64", 0, "trivy-image-arm64.json"));

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertReason(verdict, "CVE-2026-0100 in pkg:deb/debian/libexample of backend [linux/arm64]");
    assertEquals(1, verdict.notes().size());
  }

  @Test
  public void platformThatWasBuiltButNotScannedIsBroken() {
    GateVerdict verdict =
        new SecurityGate(GatePolicy.defaults())
            .judge(
                reports.workspace,
                List.of(scan("trivy", "linux/amd64", 0, "trivy-image-amd64.json")),
                Map.of("backend", Set.of("linux/amd64", "linux/arm64/v8")),
                TODAY);

    assertEquals(GateOutcome.BROKEN, verdict.outcome());
    assertReason(verdict, "the image of backend for linux/arm64/v8 was not scanned");
    assertEquals(1, verdict.reasons().size());
  }

  @Test
  public void oneBrokenReportBreaksTheGateAndTheOthersAreStillRead() {
    GateVerdict verdict =
        judge(
            new ExpectedScan("trivy", "frontend", null, "gone.json", 0),
            scan("trivy", null, 0, "trivy-fs.json"));

    assertEquals(GateOutcome.BROKEN, verdict.outcome());
    assertReason(verdict, "gone.json: there is no report of trivy of frontend");
    assertReason(verdict, "CVE-2026-0001");
  }

  @Test
  public void nothingPlannedIsBroken() {
    assertEquals(GateOutcome.BROKEN, judge().outcome());
  }

  @Test
  public void unratedFindingFails() {
    String unrated = Reports.fixture("npm-v2.json").replace("\"severity\":\"moderate\",", "");
    GateVerdict verdict = judge(reports.write("npm-audit", null, 1, unrated));

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertReason(verdict, "Nobody has rated it yet");
  }

  @Test
  public void validSuppressionCoversItsFindingByAliasToo() {
    GateVerdict verdict =
        judge(
            policy(suppression("some-token", 10), suppression("ghsa-aaaa-bbbb-cccc", 10)),
            scan("trivy", null, 0, "trivy-fs.json"));

    assertTrue(verdict.passed());
    assertEquals(2, verdict.suppressed());
    assertEquals(List.of(), verdict.unused());
  }

  @Test
  public void suppressionByFingerprintCoversJustThatFinding() throws Exception {
    ExpectedScan scan = scan("bandit", null, 1, "bandit.json");
    String fingerprint = reports.read(scan).get(0).fingerprint();

    assertTrue(judge(policy(suppression(fingerprint, 1)), scan).passed());
  }

  @Test
  public void suppressionHoldsThroughItsLastDayAndBlocksAfterIt() {
    ExpectedScan scan = scan("bandit", null, 1, "bandit.json");

    assertTrue(judge(policy(suppression("B602", 0)), scan).passed());
    GateVerdict verdict = judge(policy(suppression("B602", -1)), scan);

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertEquals(1, verdict.expired().size());
    assertEquals(1, verdict.decidingCount());
    assertReason(verdict, "the suppression of B602 by Ada expired on 2026-11-22");
  }

  @Test
  public void expiredSuppressionBlocksEvenWhenNothingMatchesIt() {
    GateVerdict verdict =
        judge(policy(suppression("CVE-9", -1)), scan("bandit", null, 0, "bandit-clean.json"));

    assertEquals(GateOutcome.FAILED, verdict.outcome());
    assertReason(verdict, "Nothing matches it any more: delete it");
  }

  @Test
  public void suppressionTooFarAheadIsRefusedAndCoversNothing() {
    GateVerdict verdict =
        judge(policy(suppression("B602", 181)), scan("bandit", null, 1, "bandit.json"));

    assertEquals(0, verdict.suppressed());
    assertReason(verdict, "which is too far ahead");
  }

  @Test
  public void unusedSuppressionIsReportedButDoesNotBlock() {
    GateVerdict verdict =
        judge(policy(suppression("CVE-9", 9)), scan("bandit", null, 0, "bandit-clean.json"));

    assertTrue(verdict.passed());
    assertEquals("CVE-9", verdict.unused().get(0).id());
  }

  @Test
  public void unusedCannotBeToldWhileAReportIsMissing() {
    GateVerdict verdict =
        judge(
            policy(suppression("CVE-9", 9)),
            new ExpectedScan("trivy", "backend", null, "gone.json", 0));

    assertEquals(List.of(), verdict.unused());
  }

  @Test
  public void verdictTravelsBetweenMachines() throws Exception {
    GateVerdict verdict =
        judge(policy(suppression("B602", 1)), scan("trivy", null, 0, "trivy-fs.json"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(verdict);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(verdict, in.readObject());
    }
  }

  private static Suppression suppression(String id, int days) {
    return new Suppression(id, "not reachable", "Ada", TODAY.plusDays(days));
  }

  private static GatePolicy policy(Suppression... suppressions) {
    return GatePolicy.defaults().withSuppressions(List.of(suppressions));
  }

  private ExpectedScan scan(String scanner, String platform, int exitCode, String fixture) {
    return reports.write(scanner, platform, exitCode, Reports.fixture(fixture));
  }

  private GateVerdict judge(ExpectedScan... scans) {
    return judge(GatePolicy.defaults(), scans);
  }

  private GateVerdict judge(GatePolicy policy, ExpectedScan... scans) {
    return new SecurityGate(policy).judge(reports.workspace, List.of(scans), TODAY);
  }

  private static void assertReason(GateVerdict verdict, String text) {
    assertTrue(
        verdict.reasons().toString(),
        verdict.reasons().stream().anyMatch(reason -> reason.toString().contains(text)));
  }
}
