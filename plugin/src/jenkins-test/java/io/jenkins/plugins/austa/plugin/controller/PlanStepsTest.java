package io.jenkins.plugins.austa.plugin.controller;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaPlan} and {@code austaResult} on Jenkins. */
public class PlanStepsTest {
  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void aPlanTellsWhatTheRunWillDo() throws Exception {
    WorkflowRun run =
        Pipelines.assertSays(
            jenkins,
            Pipelines.planned("echo plan.deployments*.environment.join('+')"),
            "staging+production");
    jenkins.assertLogContains("[austa] shop ", run);
  }

  @Test
  public void allMistakesOfAConfigurationAreReportedAtOnce() throws Exception {
    WorkflowRun run =
        Pipelines.assertFails(
            jenkins,
            Pipelines.planned("platfrom: shop\nsecurity: {threshold: huge}\nbuild: 7\n", ""),
            "austa.yaml:1: platfrom");
    jenkins.assertLogContains("austa.yaml:2: security.threshold", run);
    jenkins.assertLogContains("austa.yaml:3: build", run);
  }

  @Test
  public void aConfigurationFileThatWasAskedForMustExist() throws Exception {
    Pipelines.assertFails(
        jenkins,
        "node { austaPlan(config: 'other.yaml') }",
        "There is no other.yaml in the workspace");
  }

  @Test
  public void aPlanNeedsAWorkspace() throws Exception {
    WorkflowRun run = Pipelines.run(jenkins, Result.FAILURE, "austaPlan()");
    jenkins.assertLogContains("Perhaps you forgot to surround", run);
  }

  @Test
  public void aStepBeforeThePlanSaysWhatToCallFirst() throws Exception {
    Pipelines.assertFails(
        jenkins,
        "node { austaResult(exitCodes: ['frontend unit': 0]) }",
        "Call austaPlan before");
  }

  @Test
  public void aCheckThatLeftAGoodReportHasPassed() throws Exception {
    Pipelines.assertSays(jenkins, Pipelines.planned(checked(1, 0)), "frontend unit: ");
  }

  @Test
  public void aCheckWithAFailedTestHasFailedWhateverItsExitCode() throws Exception {
    Pipelines.assertFails(jenkins, Pipelines.planned(checked(2, 1)), "frontend unit failed");
  }

  @Test
  public void aCheckWithoutItsReportHasFailed() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaResult(exitCodes: ['frontend unit': 0])"),
        "frontend unit failed");
  }

  private static String checked(int tests, int failures) {
    String failed = "<testcase classname='a' name='c'><failure message='no'/></testcase>";
    return """
    writeFile file: 'frontend/reports/junit.xml', text: "<testsuite name='a' tests='%d' \
    failures='%d'><testcase classname='a' name='b'/>%s</testsuite>"
    austaResult(exitCodes: ['frontend unit': 0])
    """
        .formatted(tests, failures, failures == 0 ? "" : failed);
  }
}
