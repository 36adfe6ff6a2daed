package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.StageReport;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import io.jenkins.plugins.austa.engine.report.TrafficSecond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/** The whole path, by the finished command line: {@code austa demo} and each of its faults. */
public class DemoTest {

  @Test
  public void bringsTheNewVersionToProductionWithoutLosingARequest() throws Exception {
    AustaProcess demo = AustaProcess.run("demo", "demo");
    assertEquals(demo.output(), 0, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("SUCCESS", run.result());
    assertEquals(
        List.of(
            "Plan",
            "Test",
            "Security",
            "Build",
            "Migrate",
            "Staging",
            "Approve",
            "Migrate production",
            "Production",
            "Report"),
        run.stages().stream().map(StageReport::name).toList());
    assertEquals("green", run.rollout().active());
    assertEquals("done", run.rollout().phase());
    assertEquals(2, run.rollout().revision());
    assertNull(run.rollout().revertedBecause());
    assertEquals(run.traffic().reasons().toString(), 0, run.traffic().failed());
    assertTrue(run.traffic().sent() + " requests", run.traffic().sent() >= 1000);
    assertTrue(run.cpsSteps() + " steps", run.cpsSteps() > 0 && run.cpsSteps() < 150);
    assertEquals("approver", run.approvals().get(0).approver());
    assertEquals(3, run.images().size());
    assertTrue(run.notifications().get(0).delivered());
  }

  @Test
  public void movesUsersByAGatewayOrByStableServicesAsWell() throws Exception {
    for (String router : List.of("gateway", "service")) {
      AustaProcess demo = AustaProcess.run("router-" + router, "demo", "--router", router);
      assertEquals(demo.output(), 0, demo.exitCode());

      RunReport run = demo.report();
      assertEquals(router, "green", run.rollout().active());
      assertEquals(router, "done", run.rollout().phase());
      assertEquals(router + run.traffic().reasons(), 0, run.traffic().failed());
    }
  }

  @Test
  public void takesTrafficBackWhenErrorsSpikeAfterTheSwitch() throws Exception {
    AustaProcess demo = AustaProcess.run("error-spike", "demo", "--fault", "error-spike");
    assertEquals(demo.output(), 1, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("FAILURE", run.result());
    assertEquals("error-rate", run.rollout().revertedSignal());
    assertTrue(run.rollout().revertedBecause().contains("above the limit of 1 %"));
    assertNotNull(run.rollout().revertedAt());
    assertTrue(run.failure(), run.failure().contains("error-rate"));
    assertServedByBlue(run);
    assertTrue("the fault was never felt", run.traffic().failed() > 0);
    assertTrue(demo.output(), demo.output().contains("Signal that decided  error-rate"));
    assertTrue(demo.output(), demo.output().contains("Serves now           blue, revision 1"));
  }

  @Test
  public void takesTrafficBackWhenAnswersComeLateAfterTheSwitch() throws Exception {
    RunReport run = takenBack("slow", "latency");

    assertTrue(run.rollout().revertedBecause(), run.rollout().revertedBecause().contains("0.25"));
    assertNothingLost(run);
  }

  @Test
  public void takesTrafficBackWhenPodsCrashAgainAndAgain() throws Exception {
    RunReport run = takenBack("crash-loop", "crash-loop");

    assertTrue("the fault was never felt", run.traffic().failed() > 0);
    assertTrue(
        run.traffic().reasons().toString(), run.traffic().failed() < run.traffic().sent() / 10);
  }

  @Test
  public void takesTrafficBackWhenUsersAreNotAnsweredByTheNewVersionAnyMore() throws Exception {
    RunReport run = takenBack("lost-convergence", "convergence");

    assertTrue(
        run.rollout().revertedBecause(),
        run.rollout().revertedBecause().contains("answered by revision 1, not yet by revision 2"));
    assertNothingLost(run);
  }

  @Test
  public void leavesTrafficToWhoeverHasTakenTheRolloutOver() throws Exception {
    RunReport run = takenBack("lease-lost", "takeover");

    assertTrue(run.failure(), run.failure().contains("another build or person is at work"));
    assertTrue(run.rollout().revertedBecause().contains("ann@laptop"));
    assertNothingLost(run);
  }

  @Test
  public void takesTrafficBackWhenTheBuildIsAborted() throws Exception {
    AustaProcess demo = AustaProcess.run("aborted", "demo", "--fault", "aborted");
    assertEquals(demo.output(), 1, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("ABORTED", run.result());
    assertEquals("manual", run.rollout().revertedSignal());
    assertServedByBlue(run);
    assertNothingLost(run);
  }

  @Test
  public void goesBackToThePreviousVersionWhenThePipelineSaysSo() throws Exception {
    AustaProcess demo = AustaProcess.run("regretted", "demo", "--fault", "regretted");
    assertEquals(demo.output(), 1, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("done", run.rollout().phase());
    assertEquals("blue", run.rollout().active());
    assertEquals("the way back counts as a revision", 3, run.rollout().revision());
    assertTrue(run.failure(), run.failure().contains("1.3.0 was taken back"));
    assertNothingLost(run);
  }

  @Test
  public void neverMovesTrafficToAVersionThatFailsACheck() throws Exception {
    RunReport run = takenBack("failed-check", "websocket");

    assertTrue(run.rollout().revertedBecause(), run.rollout().revertedBecause().contains("404"));
    assertEquals(Set.of("blue"), colours(run));
    assertNothingLost(run);
  }

  @Test
  public void neverMovesTrafficToAVersionThatDoesNotGetReady() throws Exception {
    RunReport run = stopsIn("never-ready", "Production").report();

    assertEquals("availability", run.rollout().revertedSignal());
    assertTrue(run.failure(), run.failure().contains("availability"));
    assertServedByBlue(run);
    assertEquals(0, run.traffic().failed());
  }

  @Test
  public void stopsAtAFailingMigrationBeforeTrafficMoves() throws Exception {
    RunReport run = stopsIn("failing-migration", "Migrate").report();

    assertTrue(run.failure(), run.failure().contains("20261123090000_wards"));
    assertServedByBlue(run);
    assertEquals(0, run.traffic().failed());
  }

  @Test
  public void stopsAtFailingTests() throws Exception {
    RunReport run = stopsIn("failing-tests", "Test").report();

    assertTrue(run.failure(), run.failure().contains("25 tests, 1 failed"));
    assertServedByBlue(run);
  }

  @Test
  public void stopsAtACriticalFinding() throws Exception {
    AustaProcess demo = stopsIn("critical-finding", "Security");
    RunReport run = demo.report();

    assertEquals("failed", run.gate().verdict());
    assertTrue(run.failure(), run.failure().contains("CVE-2021-44906"));
    assertServedByBlue(run);

    // What was recorded is called so wherever it is shown.
    assertTrue(run.recordedTools().toString(), run.recordedTools().contains("trivy"));
    assertTrue(demo.output(), demo.output().contains("[recorded] trivy"));
    assertTrue(demo.page().contains("recorded"));
  }

  @Test
  public void stopsWhenAScannerCrashesAndSaysWhatToDo() throws Exception {
    AustaProcess demo = stopsIn("scanner-crash", "Security");
    RunReport run = demo.report();

    assertEquals("broken", run.gate().verdict());
    assertTrue(
        run.failure(),
        run.failure().contains("there is no report of trivy of backend, which returned 1"));
    assertTrue(run.failure(), run.failure().contains("Look at the scanner's log"));
    assertTrue(demo.output(), demo.output().contains("TOOMANYREQUESTS"));
    assertServedByBlue(run);
  }

  @Test
  public void aRejectedApprovalLeavesProductionAlone() throws Exception {
    AustaProcess demo = AustaProcess.run("rejected", "demo", "--approve", "production=no");
    assertEquals(demo.output(), 1, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("ABORTED", run.result());
    assertServedByBlue(run);
  }

  @Test
  public void endingTheProcessWhileGreenIsVerifiedTakesTrafficBack() throws Exception {
    AustaProcess demo = AustaProcess.terminatedAt("Verifying revision 2", "terminated", "demo");
    assertEquals(demo.output(), 143, demo.exitCode());

    RunReport run = demo.report();
    assertEquals("ABORTED", run.result());
    assertEquals("manual", run.rollout().revertedSignal());
    assertServedByBlue(run);
    assertEquals(run.traffic().reasons().toString(), 0, run.traffic().failed());
  }

  @Test
  public void runsWithNothingButAJdkOnTheMachine() throws Exception {
    Path bare = bareMachine(Path.of(System.getProperty("austa.runs"), "bare-bin"));
    AustaProcess demo = AustaProcess.run("jdk-only", Map.of("PATH", bare.toString()), "demo");
    assertEquals(demo.output(), 0, demo.exitCode());

    RunReport run = demo.report();
    assertEquals(0, run.traffic().failed());
    for (String tool : List.of("npm", "python3", "bandit", "trivy", "docker")) {
      assertTrue(tool + " in " + run.recordedTools(), run.recordedTools().contains(tool));
    }
    assertFalse(
        run.tools().stream()
            .anyMatch(one -> one.how().equals(ToolReport.REAL) && one.name().equals("node")));
  }

  private static AustaProcess stopsIn(String fault, String stage) throws Exception {
    AustaProcess demo = AustaProcess.run(fault, "demo", "--fault", fault);
    assertEquals(demo.output(), 1, demo.exitCode());
    RunReport run = demo.report();
    assertEquals("FAILURE", run.result());
    assertEquals(
        List.of(stage),
        run.stages().stream()
            .filter(one -> one.result().equals("FAILURE"))
            .map(StageReport::name)
            .toList());
    return demo;
  }

  /** A run that fails in Production and leaves users on the version before. */
  private static RunReport takenBack(String fault, String signal) throws Exception {
    RunReport run = stopsIn(fault, "Production").report();
    assertEquals("reverted", run.rollout().phase());
    assertEquals(signal, run.rollout().revertedSignal());
    assertServedByBlue(run);
    TrafficSecond last = run.traffic().seconds().get(run.traffic().seconds().size() - 1);
    assertEquals(0, last.green());
    return run;
  }

  private static void assertNothingLost(RunReport run) {
    assertEquals(run.traffic().reasons().toString(), 0, run.traffic().failed());
    assertTrue(run.traffic().sent() + " requests", run.traffic().sent() >= 1000);
  }

  private static Set<String> colours(RunReport run) {
    Set<String> colours = new TreeSet<>();
    for (TrafficSecond second : run.traffic().seconds()) {
      if (second.blue() > 0) {
        colours.add("blue");
      }
      if (second.green() > 0) {
        colours.add("green");
      }
    }
    return colours;
  }

  private static void assertServedByBlue(RunReport run) {
    assertEquals("blue", run.rollout().active());
    assertEquals(1, run.rollout().revision());
  }

  /**
   * A folder for the PATH with what the system has, but nothing that the demo could use for real.
   */
  private static Path bareMachine(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> commands = Files.list(Path.of("/usr/bin"))) {
      for (Path command : commands.toList()) {
        String name = command.getFileName().toString();
        Path link = folder.resolve(name);
        boolean usable = name.matches("(node|npm|npx|python|docker|bandit|trivy|helm|git).*");
        if (!usable && !Files.exists(link)) {
          Files.createSymbolicLink(link, command);
        }
      }
    }
    return folder;
  }
}
