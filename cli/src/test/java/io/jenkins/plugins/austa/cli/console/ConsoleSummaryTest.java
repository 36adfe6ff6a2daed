package io.jenkins.plugins.austa.cli.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunHead;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportCollector;
import io.jenkins.plugins.austa.engine.report.StageReport;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import io.jenkins.plugins.austa.engine.report.TrafficReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

public class ConsoleSummaryTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  public void saysWhichSignalDecidedWhenWhatServesAndWhereTheReportsAre() {
    assertEquals(
        List.of(
            "✕ failed  The rollout was reverted: production is served by blue, revision 6",
            "  Signal that decided  error-rate",
            "  Why                  10.2 % of 312 requests failed",
            "  Decided at           2026-11-23 10:00:39 UTC",
            "  Serves now           blue, revision 6",
            "  Rollout phase        reverted",
            "  Traffic              4,242 requests sent, 32 failed",
            "  Recorded, not run    trivy, docker",
            "  Stand-ins            kubernetes",
            "  Took                 42.3 s, 118 pipeline steps",
            "  run.json             target/austa/run.json",
            "  Report               target/austa/report.html"),
        lines(reverted("10.2 % of 312 requests failed"), Terminal.plain(true)));
  }

  @Test
  public void leavesOutWhatIsNotSo() {
    List<StageReport> stages = List.of(new StageReport("Test", "FAILURE", 0, 9, List.of(), null));
    RunReport run = new RunReportCollector().report(head("2 tests failed"), stages, null);
    assertEquals(
        List.of(
            "x failed  Stopped in Test; no rollout was begun",
            "  Why   2 tests failed",
            "  Took  42.3 s, 118 pipeline steps"),
        ConsoleSummary.of(run, null, null, Terminal.plain(false)).lines());
  }

  @Test
  public void coloursOnlyWhereColoursAreWanted() {
    RunReport run = reverted("x");
    assertTrue(lines(run, new Terminal(true, true, true, 80, 24)).get(0).contains("\u001B[1;31m"));
    assertFalse(lines(run, new Terminal(true, false, true, 80, 24)).toString().contains("\u001B"));
  }

  @Test
  public void letsNoReasonMoveTheCursor() {
    List<String> lines = lines(reverted("a\u001B[2J\nb\r\nc"), Terminal.plain(true));
    assertFalse(lines.toString(), lines.toString().matches("(?s).*\\p{Cntrl}.*"));
  }

  private static List<String> lines(RunReport run, Terminal terminal) {
    Path folder = Path.of("target", "austa");
    return ConsoleSummary.of(
            run, folder.resolve("run.json"), folder.resolve("report.html"), terminal)
        .lines();
  }

  private static RunReport reverted(String because) {
    RunReportCollector collector = new RunReportCollector();
    Instant decided = START.plusMillis(39_650);
    collector.setRollout(
        new RolloutReport(
            "production", "blue", "reverted", 6, because, "error-rate", decided, List.of()));
    collector.addTool(new ToolReport("trivy", ToolReport.RECORDED, "2026-11-02"));
    collector.addTool(new ToolReport("docker", ToolReport.RECORDED, "2026-11-02"));
    collector.addTool(new ToolReport("kubernetes", ToolReport.STAND_IN, "sandbox"));
    return collector.report(head(because), List.of(), new TrafficReport(4_242, 32, null, null));
  }

  private static RunHead head(String failure) {
    return new RunHead(
        "cockpit", "FAILURE", "main", "4f1c", "1.4.0", "maria", START, 42_300, 118, 341, failure,
        null);
  }
}
