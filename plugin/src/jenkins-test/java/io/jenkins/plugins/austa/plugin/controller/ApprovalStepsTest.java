package io.jenkins.plugins.austa.plugin.controller;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaProposal} and {@code austaApproval} on Jenkins. */
public class ApprovalStepsTest {
  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @BeforeClass
  public static void usersAreKnown() {
    jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
  }

  @Test
  public void aProposalSaysWhatIsToBeAgreedTo() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned(Pipelines.built() + "echo austaProposal('production')"),
        "to production (blue-green)?");
  }

  @Test
  public void anUnknownEnvironmentIsNamed() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaProposal('prod')"),
        "environment \"prod\" is not in the plan");
  }

  @Test
  public void somebodyElseCanApprove() throws Exception {
    WorkflowRun run = startedByAlice("bob", Result.SUCCESS);
    jenkins.assertLogContains("production was approved by bob", run);
  }

  @Test
  public void whoeverStartedTheRunCannot() throws Exception {
    WorkflowRun run = startedByAlice("ALICE", Result.FAILURE);
    jenkins.assertLogContains("cannot approve it for production", run);
    jenkins.assertLogNotContains("\tat ", run);
  }

  @Test
  public void anApprovalByNobodyIsNone() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaApproval(environment: 'production', approver: '')"),
        "Nobody is known to have approved production");
  }

  private static WorkflowRun startedByAlice(String approver, Result expected) throws Exception {
    WorkflowJob job =
        Pipelines.job(
            jenkins,
            Pipelines.planned(
                "austaApproval(environment: 'production', approver: '" + approver + "')"));
    try (ACLContext alice = ACL.as(User.getOrCreateByIdOrFullName("alice"))) {
      return jenkins.assertBuildStatus(
          expected, job.scheduleBuild2(0, new CauseAction(new Cause.UserIdCause())));
    }
  }
}
