package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertTrue;

import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaReport} and {@code austaNotify} on Jenkins. */
public class ReportStepsTest {
  private static final String WITH_SLACK =
      """
      platform: shop
      services: {frontend: {checks: {unit: {run: 'true'}}}}
      notifications: {slack: {channel: '#deploys'}}
      """;

  private final JenkinsRule jenkins = new JenkinsRule();
  private final SlackServer slack = new SlackServer();
  @Rule public final RuleChain rules = RuleChain.outerRule(slack).around(jenkins);

  @Test
  public void aReportIsWrittenForPeopleAndForPrograms() throws Exception {
    WorkflowRun run =
        Pipelines.assertSays(
            jenkins,
            Pipelines.planned(
                """
                austaReport(result: 'FAILURE', failure: 'the gate is closed')
                echo readFile('.austa/report/run.json')
                echo readFile('.austa/report/report.html').readLines()[0]
                """),
            "the gate is closed");
    jenkins.assertLogContains("<!DOCTYPE html>", run);
  }

  @Test
  public void aRunWithoutAPlanHasNothingToReport() throws Exception {
    Pipelines.assertSays(jenkins, "node { austaReport() }", "there is nothing to report");
  }

  @Test
  public void aReportNeedsAWorkspace() throws Exception {
    WorkflowRun run = Pipelines.run(jenkins, hudson.model.Result.FAILURE, "austaReport()");
    jenkins.assertLogContains("Perhaps you forgot to surround", run);
  }

  @Test
  public void theTeamIsToldInTheChannel() throws Exception {
    slack.connect();

    WorkflowRun run =
        Pipelines.assertSays(
            jenkins, Pipelines.planned(WITH_SLACK, "austaNotify()"), "Slack #deploys: shop");

    String message = slack.next();
    assertTrue(message, message.contains("#deploys"));
    jenkins.assertLogNotContains("xoxb-a-secret-token", run);
  }

  @Test
  public void slackWithoutATokenFailsNothing() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned(WITH_SLACK, "austaNotify()"),
        "not delivered, there is no secret-text credential \"slack-token\"");
  }

  @Test
  public void aRunThatWaitsForSlackCanBeAborted() throws Exception {
    slack.connect();
    slack.keepSilent();

    WorkflowRun run =
        Pipelines.start(jenkins, Pipelines.planned(WITH_SLACK, "austaNotify()\n echo 'went on'"));
    slack.next();

    Pipelines.assertAborts(jenkins, run);
    jenkins.assertLogNotContains("went on", run);
  }
}
