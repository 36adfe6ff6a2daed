package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.ApprovalReport;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Who may let a version into production, over REST. */
final class ApprovalScenarios {

  private ApprovalScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("approval-by-approver-only", ApprovalScenarios::onlyApproversAreHeard),
        new Scenario("approval-by-starter", ApprovalScenarios::starterIsRefused),
        new Scenario("approval-rejected", ApprovalScenarios::rejectionEndsTheRun),
        new Scenario("approval-timeout", ApprovalScenarios::silenceEndsTheRun));
  }

  private static String onlyApproversAreHeard(Stage stage) throws Exception {
    try (Performance performance = stage.perform("approval-approver", null, Stage.quick())) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      HttpResponse<String> refusal =
          build.as(stage.controller().as("carol")).proceed(Performance.INPUT);
      assertFalse(refusal.statusCode() == 200);
      assertTrue(refusal.body(), refusal.body().contains("bob"));
      assertFalse(build.log(), build.log().contains("Approved by"));

      performance.approve(build);
      assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
      assertEquals("bob", Performance.report(build).approvals().get(0).approver());
      assertEquals(2, performance.serving().revision());
      performance.assertNothingLost();
      return "carol: HTTP " + refusal.statusCode() + ", bob: approved";
    }
  }

  private static String starterIsRefused(Stage stage) throws Exception {
    try (Performance performance = stage.perform("approval-starter", null, Stage.quick())) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      // Jenkins lets an administrator answer any input; the pipeline does not.
      assertEquals(200, build.proceed(Performance.INPUT).statusCode());
      build.awaitLog("alice started this run", Performance.LONG);
      Await.until(
          "the run asks again",
          Performance.LONG,
          () ->
              build.log().split("Deploy or Abort").length > 2
                  ? Optional.of(true)
                  : Optional.empty());
      performance.approve(build);
      assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
      assertEquals(
          List.of("refused", "approved"),
          Performance.report(build).approvals().stream().map(ApprovalReport::decision).toList());
      performance.assertNothingLost();
      return "alice: refused, asked again; bob: approved";
    }
  }

  private static String rejectionEndsTheRun(Stage stage) throws Exception {
    try (Performance performance = stage.perform("approval-rejected", null, Stage.quick())) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      Build asBob = build.as(stage.controller().as("bob"));
      assertEquals(200, asBob.abort(Performance.INPUT).statusCode());
      assertEquals(build.log(), "ABORTED", build.awaitEnd(Performance.LONG));
      assertTrue(build.log(), build.log().contains("Rejected by bob"));
      return untouched(performance, build);
    }
  }

  private static String silenceEndsTheRun(Stage stage) throws Exception {
    Stage.Change soon = Stage.config("timeout: 10m", "timeout: 1m");
    try (Performance performance = stage.perform("approval-timeout", null, Stage.quick(), soon)) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      assertEquals(build.log(), "ABORTED", build.awaitEnd(Performance.LONG));
      assertTrue(build.log(), build.log().contains("Timeout has been exceeded"));
      return untouched(performance, build);
    }
  }

  private static String untouched(Performance performance, Build build) throws Exception {
    assertFalse(build.log(), build.log().contains("\tat "));
    assertFalse(build.log(), build.log().contains("Preparing revision 2"));
    assertEquals("blue", performance.serving().active());
    assertEquals(1, performance.serving().revision());
    performance.assertNothingLost();
    return Verdicts.oneLine(Performance.report(build).failure());
  }
}
