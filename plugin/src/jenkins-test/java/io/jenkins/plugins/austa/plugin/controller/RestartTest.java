package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertEquals;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** A run goes on where it was when Jenkins is restarted in the middle of a step. */
public class RestartTest {
  private static final String JOB = "delivery";

  private final ClusterProcess cluster = new ClusterProcess();
  private final JenkinsSessionRule sessions = new JenkinsSessionRule();
  @Rule public final RuleChain rules = RuleChain.outerRule(cluster).around(sessions);

  @Test
  public void inTheCheck() throws Throwable {
    sessions.then(jenkins -> startsAndWaits(jenkins, Rollouts.whole("10m", "1s"), "Checking"));

    cluster.install("blue", 1);

    sessions.then(jenkins -> ends(jenkins, "is verified"));
    assertEquals("blue", cluster.colourOfPublicAnswers());
  }

  @Test
  public void inTheVerificationOfASwitch() throws Throwable {
    cluster.install("blue", 1);
    sessions.then(jenkins -> startsAndWaits(jenkins, Rollouts.whole("30s", "10s"), "Verifying"));
    assertEquals("blue", cluster.colourOfPublicAnswers());

    sessions.then(jenkins -> ends(jenkins, "is verified"));
    assertEquals("blue", cluster.colourOfPublicAnswers());
  }

  @Test
  public void atTheApproval() throws Throwable {
    String program =
        Pipelines.planned("echo 'planned'")
            + """
            def who = input(id: 'Approve', message: 'Deploy?', submitterParameter: 'approver')
            austaApproval(environment: 'production', approver: 'somebody-else')
            """;
    sessions.then(jenkins -> startsAndWaits(jenkins, program, "Deploy?"));

    sessions.then(
        jenkins -> {
          WorkflowRun run = theRun(jenkins);
          run.getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction.class)
              .getExecution("Approve")
              .proceed(null);
          ends(jenkins, "production was approved by somebody-else");
        });
  }

  private void startsAndWaits(JenkinsRule jenkins, String program, String message)
      throws Exception {
    Site.production(cluster);
    WorkflowJob job = jenkins.createProject(WorkflowJob.class, JOB);
    job.setDefinition(new org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition(program, true));
    jenkins.waitForMessage(message, job.scheduleBuild2(0).waitForStart());
  }

  private static void ends(JenkinsRule jenkins, String message) throws Exception {
    WorkflowRun run = theRun(jenkins);
    jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
    jenkins.assertLogContains(message, run);
  }

  private static WorkflowRun theRun(JenkinsRule jenkins) {
    return jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getLastBuild();
  }
}
