package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.scene.Fault;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The controller is killed at the worst moments and started again on the same home: the run goes on
 * and ends right, and traffic is never switched twice.
 */
final class KillScenarios {
  private static final Map<String, String> GREEN =
      Map.of("austa.io/release", "austa-production", "austa.io/colour", "green");
  private static final ApiMatch SWITCH =
      ApiMatch.any().withVerb("update").withKind("ingresses").withName("austa-production");
  private static final Duration HELD = Duration.ofSeconds(10);

  private KillScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("kill-test", KillScenarios::inTest),
        new Scenario("kill-approval", KillScenarios::atTheApproval),
        new Scenario("kill-check", KillScenarios::beforeTheSwitch),
        new Scenario("kill-switch", KillScenarios::inTheSwitch),
        new Scenario("kill-verify", KillScenarios::inTheVerification),
        new Scenario("kill-revert", KillScenarios::inTheRevert));
  }

  private static String inTest(Stage stage) throws Exception {
    Path gate = stage.folder().resolve("kill-test-goes-on");
    String command = "until test -e " + gate + "; do sleep 0.2; done";
    Stage.Change waits = Stage.config("{run: python3 -m tools.lint}", "{run: \"" + command + "\"}");
    try (Performance performance = stage.perform("kill-test", null, waits);
        EntryLog entry = EntryLog.of(performance.scene())) {
      Build build = performance.job().build();
      build.awaitLog("+ test -e " + gate, Performance.LONG);
      restart(stage);
      Files.createFile(gate);
      performance.approve(build);
      return succeeds(performance, build, entry);
    }
  }

  private static String atTheApproval(Stage stage) throws Exception {
    try (Performance performance = stage.perform("kill-approval", null, Stage.quick());
        EntryLog entry = EntryLog.of(performance.scene())) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      restart(stage);
      performance.approve(build);
      return succeeds(performance, build, entry);
    }
  }

  private static String beforeTheSwitch(Stage stage) throws Exception {
    try (Performance performance = stage.perform("kill-check", null, Stage.quick());
        EntryLog entry = EntryLog.of(performance.scene())) {
      var notReady = performance.scene().scene().cluster().faults().neverReady(GREEN);
      Build build = performance.job().build();
      performance.approve(build);
      build.awaitLog("Checking revision 2", Performance.LONG);
      stage.controller().kill();
      assertEquals(List.of("blue"), entry.writes());
      notReady.close();
      stage.controller().start();
      return succeeds(performance, build, entry);
    }
  }

  private static String inTheSwitch(Stage stage) throws Exception {
    try (Performance performance = stage.perform("kill-switch", null, Stage.quick());
        EntryLog entry = EntryLog.of(performance.scene())) {
      var faults = performance.scene().scene().cluster().faults();
      // The write reaches the cluster, and its answer nobody.
      faults.api(SWITCH, ApiEffect.latency(HELD), 1);
      Build build = performance.job().build();
      performance.approve(build);
      build.awaitLog("Moving all traffic to revision 2", Performance.LONG);
      restart(stage);
      return succeeds(performance, build, entry);
    }
  }

  private static String inTheVerification(Stage stage) throws Exception {
    Stage.Change longer = Stage.config("verify: {window: 5s", "verify: {window: 15s");
    try (Performance performance = stage.perform("kill-verify", null, Stage.quick(), longer);
        EntryLog entry = EntryLog.of(performance.scene())) {
      Build build = performance.job().build();
      performance.approve(build);
      build.awaitLog("Verifying revision 2", Performance.LONG);
      restart(stage);
      return succeeds(performance, build, entry);
    }
  }

  private static String inTheRevert(Stage stage) throws Exception {
    try (Performance performance = stage.perform("kill-revert", Fault.ERROR_SPIKE, Stage.quick());
        EntryLog entry = EntryLog.of(performance.scene())) {
      Build build = performance.job().build();
      performance.approve(build);
      build.awaitLog("Verifying revision 2", Performance.LONG);
      var faults = performance.scene().scene().cluster().faults();
      faults.api(SWITCH, ApiEffect.latency(HELD), 1);
      build.awaitLog("Reverting revision 2", Performance.LONG);
      restart(stage);
      assertEquals(build.log(), "FAILURE", build.awaitEnd(Performance.LONG));

      assertEquals(List.of("blue", "green", "blue"), entry.writes());
      RunReport run = Performance.report(build);
      assertEquals("error-rate", run.rollout().revertedSignal());
      assertEquals("reverted", run.rollout().phase());
      assertEquals(1, performance.serving().revision());
      TrafficReport traffic = performance.endTraffic();
      assertTrue(
          traffic.reasons().toString(),
          traffic.reasons().stream().allMatch(reason -> reason.endsWith("HTTP 500")));
      return "blue, green, blue; " + traffic.failed() + " of " + traffic.sent() + " met the fault";
    }
  }

  private static void restart(Stage stage) throws Exception {
    stage.controller().kill();
    stage.controller().start();
  }

  private static String succeeds(Performance performance, Build build, EntryLog entry)
      throws Exception {
    assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
    assertTrue(build.log(), build.log().contains("Resuming build at"));
    assertEquals(List.of("blue", "green"), entry.writes());
    assertEquals("done", Performance.report(build).rollout().phase());
    assertEquals("green", performance.serving().active());
    assertEquals(2, performance.serving().revision());
    return "blue, green; " + performance.assertNothingLost().sent() + " requests, 0 lost";
  }
}
