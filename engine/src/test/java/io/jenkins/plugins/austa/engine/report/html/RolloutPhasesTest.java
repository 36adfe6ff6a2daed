package io.jenkins.plugins.austa.engine.report.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RolloutEvent;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.SampleRuns;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class RolloutPhasesTest {
  @Test
  public void aPhaseLastsUntilTheNextBegins() {
    List<RolloutPhases.Phase> phases =
        RolloutPhases.of(SampleRuns.reverted().rollout(), SampleRuns.START);
    assertEquals(
        List.of("prepare", "check", "switch", "verify", "revert", "reverted"),
        phases.stream().map(RolloutPhases.Phase::name).toList());
    RolloutPhases.Phase revert = phases.get(4);
    assertEquals(39_650, revert.start());
    assertEquals(40_300, revert.end());
    assertEquals(2, revert.events().size());
    assertTrue(revert.isRevert());
    assertFalse(revert.isLast());
    assertTrue(phases.get(5).isLast());
  }

  @Test
  public void aPhaseThatComesAgainIsAnotherOne() {
    assertEquals(3, RolloutPhases.of(rollout("hold", "verify", "hold"), SampleRuns.START).size());
  }

  @Test
  public void hasNoneWithoutEvents() {
    assertEquals(List.of(), RolloutPhases.of(rollout(), SampleRuns.START));
  }

  private static RolloutReport rollout(String... phases) {
    List<RolloutEvent> events =
        Arrays.stream(phases).map(phase -> new RolloutEvent(SampleRuns.START, phase, "x")).toList();
    return new RolloutReport("production", "blue", "x", 1, null, null, null, events);
  }
}
