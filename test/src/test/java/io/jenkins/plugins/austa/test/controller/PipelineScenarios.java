package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import io.jenkins.plugins.austa.test.AustaProcess;
import java.util.List;

/** The whole way of the sample platform to production. */
final class PipelineScenarios {

  private PipelineScenarios() {}

  static List<Scenario> all() {
    return List.of(new Scenario("pipeline", PipelineScenarios::deliversWithoutLosingARequest));
  }

  private static String deliversWithoutLosingARequest(Stage stage) throws Exception {
    AustaProcess host = AustaProcess.run("host-demo", "demo");
    try (Performance performance = stage.perform("pipeline", null)) {
      Build build = performance.job().build();
      performance.approve(build);
      assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));

      assertEquals("green", performance.serving().active());
      assertEquals(2, performance.serving().revision());
      RunReport run = Performance.report(build);
      assertEquals(Verdicts.of(host.report()), Verdicts.of(run));
      assertTrue(run.cpsSteps() + " steps", run.cpsSteps() > 0 && run.cpsSteps() < 150);
      assertEquals("done", run.rollout().phase());
      assertEquals("bob", run.approvals().get(0).approver());
      assertEquals(3, run.images().size());
      assertEquals(performance.repository().head(), run.commit());
      TrafficReport traffic = performance.assertNothingLost();
      assertTrue(traffic.sent() + " requests", traffic.sent() > 1000);
      return traffic.sent() + " requests, 0 lost; " + run.cpsSteps() + " pipeline steps";
    }
  }
}
