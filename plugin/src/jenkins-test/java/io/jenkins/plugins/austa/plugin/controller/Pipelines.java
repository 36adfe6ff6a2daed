package io.jenkins.plugins.austa.plugin.controller;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Small pipelines in the Groovy sandbox, on the Jenkins of a test. */
final class Pipelines {
  /** One service with one check, and nothing that needs a tool. */
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

  /** A program that plans a configuration and goes on in the same workspace. */
  static String planned(String config, String then) {
    return """
    node {
      writeFile file: 'frontend/package.json', text: '{}'
      writeFile file: 'austa.yaml', text: '''%s'''
      austaPlan(revision: [GIT_BRANCH: 'main', GIT_COMMIT: 'abc'])
      %s
    }
    """
        .formatted(config, then);
  }

  /** A new job with a program. */
  static WorkflowJob job(JenkinsRule jenkins, String program) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(new CpsFlowDefinition(program, true));
    return job;
  }

  /** Runs a program to its end, which must be the expected one. */
  static WorkflowRun run(JenkinsRule jenkins, Result expected, String program) throws Exception {
    return jenkins.buildAndAssertStatus(expected, job(jenkins, program));
  }

  /** Runs a program that must end with one message, and not with a stack trace. */
  static WorkflowRun assertFails(JenkinsRule jenkins, String program, String message)
      throws Exception {
    WorkflowRun run = run(jenkins, Result.FAILURE, program);
    jenkins.assertLogContains(message, run);
    jenkins.assertLogNotContains("\tat ", run);
    return run;
  }
}
