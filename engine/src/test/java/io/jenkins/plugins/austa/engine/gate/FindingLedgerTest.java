package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class FindingLedgerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final ExpectedScan SCAN = new ExpectedScan("one", "backend", null, "r.json", 0);

  private FindingLedger ledger = ledger(GatePolicy.defaults());

  @Test
  public void anAliasThatComesLateStillJoinsTheTwo() {
    accept("one", "CVE-1");
    accept("two", "GHSA-1");
    assertEquals(2, merged().size());

    accept("three", "CVE-1", "GHSA-1");

    assertEquals(1, merged().size());
    assertEquals(Set.of("one", "two", "three"), merged().get(0).scanners());
    accept("four", "GHSA-1");
    assertEquals(1, merged().size());
  }

  @Test
  public void twoVulnerabilitiesOfOneAdvisoryStayTwo() {
    accept("one", "CVE-1", "GHSA-1");
    accept("one", "CVE-2", "GHSA-1");
    accept("two", "GHSA-1");
    accept("one", "CVE-2", "GHSA-1");

    assertEquals(List.of("CVE-1", "CVE-2"), merged().stream().map(MergedFinding::id).toList());
    assertEquals(Set.of("one", "two"), merged().get(0).scanners());
  }

  @Test
  public void anAdvisoryThatNamesSeveralCvesIsNoneOfThem() {
    accept("one", "CVE-1");
    accept("one", "CVE-2");
    accept("two", "PYSEC-1", "CVE-1", "CVE-2", "GHSA-1");
    accept("three", "GHSA-1");

    assertEquals(3, merged().size());
  }

  @Test
  public void neighbouringCveNumbersAreTwoEvenUnderOneAdvisory() {
    for (int i = 1000; i < 1100; i++) {
      accept("one", "CVE-2026-" + i, "GHSA-1");
    }

    assertEquals(100, merged().size());
  }

  @Test
  public void equalLinesOfCodeAreToldApartAndFoundAgain() {
    acceptCode(1);
    acceptCode(2);
    acceptCode(1);

    assertEquals(2, merged().size());
    assertNotEquals(merged().get(0).fingerprint(), merged().get(1).fingerprint());
  }

  @Test
  public void keepsTheWorstWhenThereAreTooMany() {
    for (int i = 0; i < 2 * FindingLedger.MOST_KEPT; i++) {
      accept("one", "CVE-" + i, Severity.LOW);
    }
    for (int i = 0; i < 10; i++) {
      accept("one", "CVE-9-" + i, Severity.HIGH);
    }

    GateResult result = decide(GatePolicy.defaults());

    assertEquals(FindingLedger.MOST_KEPT, result.findings().size());
    assertEquals(2 * FindingLedger.MOST_KEPT + 10, result.total());
    assertEquals(10, result.verdict().decidingCount());
    assertTrue(
        result.findings().subList(0, 10).stream()
            .allMatch(one -> one.state() == FindingState.DECIDES));
    assertEquals(2 * FindingLedger.MOST_KEPT, (int) result.verdict().counts().get(Severity.LOW));
  }

  @Test
  public void whatASecondScannerRatesWorseDecidesEvenIfItWasNotKeptBefore() {
    for (int i = 0; i < FindingLedger.MOST_KEPT + 5; i++) {
      accept("one", "CVE-" + i, Severity.LOW);
    }
    accept("two", "CVE-" + (FindingLedger.MOST_KEPT + 4), Severity.CRITICAL);

    GateResult result = decide(GatePolicy.defaults());

    assertEquals(1, result.verdict().decidingCount());
    assertEquals(Severity.CRITICAL, result.verdict().deciding().get(0).severity());
    assertEquals(1, (int) result.verdict().counts().get(Severity.CRITICAL));
  }

  @Test
  public void theStrictestThresholdOfAllSourcesHolds() {
    GatePolicy policy =
        policy(new ThresholdRule("one", null, null, null)).withThreshold(Severity.LOW);
    ledger = ledger(policy);
    accept("one", "CVE-1", Severity.CRITICAL);
    accept("one", "CVE-2", Severity.CRITICAL);
    accept("two", "CVE-2", Severity.LOW);

    GateVerdict verdict = decide(policy).verdict();

    assertEquals(1, verdict.decidingCount());
    assertEquals("CVE-2", verdict.deciding().get(0).id());
  }

  @Test
  public void fixableFindingsMayHaveAThresholdOfTheirOwn() {
    GatePolicy policy = policy(new ThresholdRule(null, "backend", false, Severity.CRITICAL));
    ledger = ledger(policy);
    accept("one", "CVE-1", Severity.HIGH);
    FindingDraft fixable = draft("one", "CVE-2", Severity.HIGH);
    fixable.fixedVersion.set("2");
    ledger.accept(fixable);

    GateVerdict verdict = decide(policy).verdict();

    assertEquals(1, verdict.decidingCount());
    assertEquals("CVE-2", verdict.deciding().get(0).id());
  }

  static FindingDraft draft(String scanner, String id, Severity severity, String... aliases) {
    FindingDraft draft = new FindingDraft(SCAN);
    draft.scanner = scanner;
    draft.id = id;
    draft.aliases = List.of(aliases);
    draft.severity = severity;
    draft.component = "pkg:npm/x";
    draft.purl = "pkg:npm/x@1";
    return draft;
  }

  private static GatePolicy policy(ThresholdRule... rules) {
    GatePolicy defaults = GatePolicy.defaults();
    return new GatePolicy(
        Severity.HIGH,
        List.of(rules),
        defaults.budgets(),
        0,
        false,
        List.of(),
        defaults.longestSuppressionDays());
  }

  private static FindingLedger ledger(GatePolicy policy) {
    return new FindingLedger(policy, Baseline.EMPTY, TODAY);
  }

  private void accept(String scanner, String id, String... aliases) {
    ledger.accept(draft(scanner, id, Severity.LOW, aliases));
  }

  private void accept(String scanner, String id, Severity severity) {
    ledger.accept(draft(scanner, id, severity));
  }

  private void acceptCode(int nth) {
    FindingDraft draft = draft("one", "B602", Severity.LOW);
    draft.component = "app.py";
    draft.codeText = "run(x)";
    draft.nth = nth;
    ledger.accept(draft);
  }

  private List<MergedFinding> merged() {
    return List.copyOf(ledger.kept().values()).stream().sorted(MergedFinding.WORST_FIRST).toList();
  }

  private GateResult decide(GatePolicy policy) {
    return new GateDecision(policy, TODAY, ledger).decide(List.of(), List.of(), List.of());
  }
}
