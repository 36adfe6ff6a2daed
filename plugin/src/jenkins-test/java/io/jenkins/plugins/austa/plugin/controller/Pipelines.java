package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertFalse;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Small pipelines in the Groovy sandbox, on the Jenkins of a test. */
final class Pipelines {
  /** One service with one check and one scan, and nothing that needs a tool. */
  static final String ONE_SERVICE =
      """
      platform: shop
      security: {scanners: [npm-audit]}
      services:
        frontend:
          kind: node
          checks:
            unit: {run: 'true', junit: reports/junit.xml}
      """;

  private Pipelines() {}

  /** A program that plans {@link #ONE_SERVICE} and goes on in the same workspace. */
  static String planned(String then) {
    return planned(ONE_SERVICE, then);
  }

  /**
   * A program that plans a configuration and goes on in the same workspace; the variable {@code
   * plan} is what {@code austaPlan} returned.
   */
  static String planned(String config, String then) {
    return """
    node {
      writeFile file: 'frontend/package.json', text: '{}'
      writeFile file: 'austa.yaml', text: '''%s'''
      def plan = austaPlan(revision: [GIT_BRANCH: 'main', GIT_COMMIT: 'abc'])
      %s
    }
    """
        .formatted(config, then);
  }

  /** What BuildKit would have left behind, and the step that reads it. */
  static String built() {
    return """
    writeFile file: '.austa/images.json', text: '{"frontend": {"containerimage.digest": "sha256:%s"}}'
    austaImages()
    """
        .formatted("a".repeat(64));
  }

  /** A new job with a program. */
  static WorkflowJob job(JenkinsRule jenkins, String program) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(new CpsFlowDefinition(program, true));
    return job;
  }

  /** Starts a program and returns while it runs. */
  static WorkflowRun start(JenkinsRule jenkins, String program) throws Exception {
    return job(jenkins, program).scheduleBuild2(0).waitForStart();
  }

  /** Runs a program to its end, which must be the expected one. */
  static WorkflowRun run(JenkinsRule jenkins, Result expected, String program) throws Exception {
    return jenkins.buildAndAssertStatus(expected, job(jenkins, program));
  }

  /** Runs a program to its end, which must be a success that says something. */
  static WorkflowRun assertSays(JenkinsRule jenkins, String program, String message)
      throws Exception {
    WorkflowRun run = run(jenkins, Result.SUCCESS, program);
    jenkins.assertLogContains(message, run);
    return run;
  }

  /** Runs a program that must end with one message, and not with a stack trace. */
  static WorkflowRun assertFails(JenkinsRule jenkins, String program, String message)
      throws Exception {
    WorkflowRun run = run(jenkins, Result.FAILURE, program);
    jenkins.assertLogContains(message, run);
    jenkins.assertLogNotContains("\tat ", run);
    return run;
  }

  /** Aborts a run as a user would; it must end at once, as aborted. */
  static void assertAborts(JenkinsRule jenkins, WorkflowRun run) throws Exception {
    run.doStop();
    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    assertFalse("something of the run goes on", run.isBuilding());
    jenkins.assertLogNotContains("\tat ", run);
  }
}
