package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class RetirementRuleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  public void refusesToRetireTheColourThatCarriesTraffic() {
    for (Phase phase : Phase.values()) {
      RolloutRecord record = record(phase, revision(8, Colour.GREEN));
      assertRefused("carries traffic", record, entry(Colour.BLUE, Colour.BLUE), Colour.BLUE);
    }
  }

  @Test
  public void refusesAColourThatCarriesTrafficOfOneServiceOnly() {
    RolloutRecord record = record(Phase.RETIRING, revision(8, Colour.GREEN));
    assertRefused("different colours", record, entry(Colour.GREEN, Colour.BLUE), Colour.BLUE);
  }

  @Test
  public void refusesTheColourThatTheRecordSaysIsActiveEvenIfTheEntryDisagrees() {
    RolloutRecord record = record(Phase.RETIRING, revision(7, Colour.BLUE));
    assertRefused("is active", record, entry(Colour.GREEN, Colour.GREEN), Colour.BLUE);
  }

  @Test
  public void refusesWhenNobodyKnowsWhereTrafficIs() {
    RolloutRecord record = record(Phase.RETIRING, revision(8, Colour.GREEN));
    assertRefused("missing", record, EntryState.absent(), Colour.BLUE);
    EntryState edited =
        new EntryState(Map.of("frontend", Colour.GREEN), Map.of("e", "1"), List.of("it is odd"));
    assertRefused("it is odd", record, edited, Colour.BLUE);
  }

  @Test
  public void allowsAColourWithoutTrafficOnlyWhenItIsNotTheWayBack() {
    Set<Phase> allowed = EnumSet.noneOf(Phase.class);
    for (Phase phase : Phase.values()) {
      RolloutRecord record = record(phase, revision(8, Colour.GREEN));
      EntryState entry = entry(Colour.GREEN, Colour.GREEN);
      if (RetirementRule.mayRetire(record, entry, Colour.BLUE).allowed()) {
        allowed.add(phase);
      }
    }
    assertEquals(EnumSet.of(Phase.RETIRING, Phase.DONE, Phase.REVERTING, Phase.REVERTED), allowed);
  }

  @Test
  public void allowsTheCandidateOfAFirstRolloutThatNeverHadTraffic() {
    RolloutRecord record = record(Phase.REVERTING, null);
    assertTrue(RetirementRule.mayRetire(record, EntryState.absent(), Colour.BLUE).allowed());
  }

  private static void assertRefused(
      String reason, RolloutRecord record, EntryState entry, Colour colour) {
    RetirementVerdict verdict = RetirementRule.mayRetire(record, entry, colour);
    assertFalse(verdict.toString(), verdict.allowed());
    assertTrue(verdict.toString(), verdict.reason().contains(reason));
  }

  private static EntryState entry(Colour frontend, Colour backend) {
    return new EntryState(
        Map.of("frontend", frontend, "backend", backend), Map.of("e", "1"), List.of());
  }

  private static RolloutRecord record(Phase phase, Revision active) {
    return RolloutRecord.empty(NOW).draft().phase(phase).active(active).build("build-1", NOW);
  }

  static Revision revision(int number, Colour colour) {
    return new Revision(
        number, colour, "v" + number, Map.of(), "chart", "ann", NOW, "why", Map.of());
  }
}
