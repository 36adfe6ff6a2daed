package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.scene.Fault;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import io.jenkins.plugins.austa.test.AustaProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What goes wrong in the demo goes wrong on a controller in the same way. */
final class FaultScenarios {
  private static final Set<Fault> BEFORE_APPROVAL =
      Set.of(Fault.FAILING_TESTS, Fault.FAILING_MIGRATION, Fault.CRITICAL_FINDING);

  /** Those that users feel. */
  private static final Set<Fault> LOSES = Set.of(Fault.ERROR_SPIKE, Fault.CRASH_LOOP);

  /** Those after which no user ever met the new version. */
  private static final Set<Fault> NEVER_SWITCHES =
      Set.of(
          Fault.FAILING_TESTS,
          Fault.FAILING_MIGRATION,
          Fault.CRITICAL_FINDING,
          Fault.NEVER_READY,
          Fault.FAILED_CHECK);

  /** Who aborts a build there is no part of the scene; the way back counts as a revision. */
  private static final Set<Fault> OTHERWISE = Set.of(Fault.ABORTED, Fault.REGRETTED);

  private FaultScenarios() {}

  static List<Scenario> all() {
    return Stream.of(Fault.values())
        .filter(fault -> !OTHERWISE.contains(fault))
        .map(fault -> new Scenario("fault-" + fault, stage -> failsAsOnTheHost(stage, fault)))
        .toList();
  }

  private static String failsAsOnTheHost(Stage stage, Fault fault) throws Exception {
    AustaProcess host = AustaProcess.run("host-" + fault, "demo", "--fault", fault.toString());
    RunReport expected = host.report();
    try (Performance performance = stage.perform("fault-" + fault, fault)) {
      Build build = performance.job().build();
      if (!BEFORE_APPROVAL.contains(fault)) {
        performance.approve(build);
      }
      assertEquals(build.log(), "FAILURE", build.awaitEnd(Performance.LONG));
      assertFalse(build.log(), build.log().contains("\tat "));

      RunReport run = Performance.report(build);
      assertEquals(Verdicts.of(expected), Verdicts.of(run));
      assertEquals("blue", performance.serving().active());
      assertEquals(1, performance.serving().revision());
      TrafficReport traffic =
          LOSES.contains(fault) ? performance.endTraffic() : performance.assertNothingLost();
      assertEndsOnBlue(traffic);
      assertEquals(!NEVER_SWITCHES.contains(fault), traffic.byColour().containsKey("green"));
      return Verdicts.oneLine(run.failure());
    }
  }

  private static void assertEndsOnBlue(TrafficReport traffic) {
    Map<String, Long> last = traffic.seconds().get(traffic.seconds().size() - 1).byColour();
    assertEquals(Set.of("blue"), last.keySet());
    assertTrue(traffic.sent() > 100);
  }
}
