package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class RunStoryTest {
  @Test
  public void saysWhatServesAfterASuccess() {
    RunStory story = RunStory.of(SampleRuns.success());
    assertEquals(RunStory.Tone.GOOD, story.tone());
    assertEquals("Production is served by green, revision 7", story.headline());
    assertEquals("4,444 requests sent, none failed", fact(story, "Traffic"));
  }

  @Test
  public void saysWhichSignalDecidedWhenAndWhatServesAfterARevert() {
    RunStory story = RunStory.of(SampleRuns.reverted());
    assertEquals(RunStory.Tone.BAD, story.tone());
    assertEquals(
        "The rollout was reverted: production is served by blue, revision 6", story.headline());
    assertEquals("error-rate", fact(story, "Signal that decided"));
    assertEquals("2026-11-23 10:00:39 UTC", fact(story, "Decided at"));
    assertEquals("blue, revision 6", fact(story, "Serves now"));
  }

  @Test
  public void namesTheInnermostStageThatFailedNotTheOnesItAborted() {
    RunStory story = RunStory.of(SampleRuns.failedEarly());
    assertEquals("Stopped in Test › backend › unit; no rollout was begun", story.headline());
  }

  @Test
  public void saysOfWhichKindTheFailureIs() {
    RunStory story = RunStory.of(SampleRuns.blocked());
    assertEquals("security gate", fact(story, "Kind of failure"));
  }

  @Test
  public void claimsNothingOfARolloutThatWasNotBegun() {
    RunStory story = RunStory.of(SampleRuns.failedEarly());
    assertFalse(story.facts().stream().anyMatch(fact -> fact.label().equals("Serves now")));
  }

  @Test
  public void namesWhereAnAbortedRunStopped() {
    List<StageReport> stages =
        List.of(
            new StageReport("Test", "SUCCESS", 0, 1, List.of(), null),
            new StageReport("Approve", "ABORTED", 1, 1, List.of(), null));
    RunReport run = run("ABORTED", stages);
    assertEquals("Aborted in Approve; no rollout was begun", RunStory.of(run).headline());
    assertEquals(RunStory.Tone.NEUTRAL, RunStory.of(run).tone());
  }

  @Test
  public void tellsOfARunThatGoesOn() {
    List<StageReport> stages =
        List.of(
            new StageReport("Test", "SUCCESS", 0, 1, List.of(), null),
            new StageReport("Build", null, 1, 1, List.of(), null));
    assertEquals("Running: Build", RunStory.of(run(null, stages)).headline());
  }

  @Test
  public void tellsOfARolloutOfWhichLittleIsKnown() {
    RunReportCollector collector = new RunReportCollector();
    collector.setRollout(new RolloutReport(null, null, null, 0, null, null, null, null));
    RunReport run = collector.report(SampleRuns.head("FAILURE", 1, "lost"), List.of(), null);
    assertEquals(
        "Stopped; the environment is served by an unknown colour", RunStory.of(run).headline());
  }

  private static RunReport run(String result, List<StageReport> stages) {
    return new RunReportCollector().report(SampleRuns.head(result, 2, null), stages, null);
  }

  private static String fact(RunStory story, String label) {
    Optional<RunStory.Fact> found =
        story.facts().stream().filter(fact -> fact.label().equals(label)).findFirst();
    return found.map(RunStory.Fact::value).orElse("no fact " + label);
  }
}
