package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertEquals;

import hudson.model.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * {@code austaPrepare}, {@code austaCheck}, {@code austaSwitch}, {@code austaRetire} and {@code
 * austaRevert} on Jenkins, against a cluster.
 */
public class RolloutStepsTest {
  private final ClusterProcess cluster = new ClusterProcess();
  private final JenkinsRule jenkins = new JenkinsRule();
  @Rule public final RuleChain rules = RuleChain.outerRule(cluster).around(jenkins);

  @Test
  public void aVersionIsRolledOut() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);

    WorkflowRun run = Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s"));

    jenkins.assertLogContains("is verified", run);
    assertEquals("blue", cluster.colourOfPublicAnswers());
  }

  @Test
  public void theNextVersionTakesOverAndTheOldOneIsRetired() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);
    Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s"));
    cluster.install("green", 2);

    WorkflowRun run = Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s", "b"));

    jenkins.assertLogContains("is scaled to zero", run);
    assertEquals("green", cluster.colourOfPublicAnswers());
  }

  @Test
  public void aRolloutIsTakenBack() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);
    Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s"));
    cluster.install("green", 2);

    WorkflowRun run =
        Pipelines.run(
            jenkins,
            Result.SUCCESS,
            Rollouts.planned(
                "30s",
                "1s",
                "b",
                """
                austaPrepare('production')
                austaCheck('production')
                austaSwitch('production')
                austaRevert(environment: 'production', reason: 'customers complain')
                """));

    jenkins.assertLogContains("customers complain", run);
    assertEquals("blue", cluster.colourOfPublicAnswers());
  }

  @Test
  public void aRolloutThatIsDoneIsGoneBackFrom() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);
    Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s"));
    cluster.install("green", 2);
    Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s", "b"));

    WorkflowRun run =
        Pipelines.run(
            jenkins,
            Result.SUCCESS,
            Rollouts.planned(
                "30s",
                "1s",
                "b",
                """
                def back = austaRevert(environment: 'production', to: 'previous')
                echo "to install: ${back}"
                def status = austaStatus('production')
                echo "phase ${status.phase}, version of ${status.active.restores}"
                """));

    jenkins.assertLogContains("to install: null", run);
    jenkins.assertLogContains("phase done, version of 1", run);
    jenkins.assertLogContains("rollback to 1", run);
    assertEquals("blue", cluster.colourOfPublicAnswers());
  }

  @Test
  public void goingBackToWhatIsNoRevisionIsRefused() throws Exception {
    Site.on(cluster);

    Pipelines.assertFails(
        jenkins,
        Rollouts.planned("austaRevert(environment: 'production', to: 'yesterday')"),
        "\"yesterday\" is no revision");
  }

  @Test
  public void goingBackInARollingEnvironmentIsRefused() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaRevert(environment: 'staging', to: 'previous')"),
        "staging is deployed rolling: no revisions of it are recorded");
  }

  @Test
  public void theStatusOfARollingEnvironmentSaysSo() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned("echo austaStatus('staging').strategy"),
        "staging is deployed rolling: no rollouts of it are recorded");
  }

  @Test
  public void takingBackWhatWasNeverBegunDoesNothing() throws Exception {
    Site.on(cluster);

    Pipelines.assertSays(
        jenkins, Rollouts.planned("austaRevert('production')"), "Nothing to revert");
  }

  @Test
  public void aRollingEnvironmentHasNothingToTakeBack() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned("austaRevert('staging')"),
        "staging is deployed rolling: there is no rollout to take back");
  }

  @Test
  public void whatNeverBecomesAvailableFailsTheCheck() throws Exception {
    Site.on(cluster);

    Pipelines.assertFails(
        jenkins,
        Rollouts.planned("1s", "1s", "a", "austaPrepare('production')\n austaCheck('production')"),
        "ERROR: ");

    assertEquals("none", cluster.colourOfPublicAnswers());
  }

  @Test
  public void anErrorRateAboveTheLimitFailsTheSwitch() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);

    Pipelines.assertFails(
        jenkins, Rollouts.whole("30s", "1s").replace("vector(0)", "vector(1)"), "error-rate");
  }

  @Test
  public void aSwitchWithoutPreparationIsRefused() throws Exception {
    Site.on(cluster);

    Pipelines.assertFails(jenkins, Rollouts.planned("austaSwitch('production')"), "ERROR: ");
  }

  @Test
  public void retiringBeforeTheSwitchIsRefused() throws Exception {
    Site.on(cluster);

    Pipelines.assertFails(jenkins, Rollouts.planned("austaRetire('production')"), "ERROR: ");
  }

  @Test
  public void nothingIsPreparedThatNeedsAnApprovalAndHasNone() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaPrepare('production')"),
        "production needs an approval and has none");
  }

  @Test
  public void aRollingDeploymentIsPreparedWithoutAskingTheCluster() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned(Pipelines.built() + "echo austaPrepare('staging').command"),
        "helm upgrade --install austa-staging");
  }

  @Test
  public void anEnvironmentThatJenkinsDoesNotKnowIsAskedFor() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Rollouts.planned("austaPrepare('production')"),
        "Add it under Manage Jenkins › AUSTA Pipeline");
  }

  @Test
  public void aMissingCredentialIsNamed() throws Exception {
    Site.productionAnywhere();

    Pipelines.assertFails(
        jenkins,
        Rollouts.planned("austaCheck('production')"),
        "There is no secret-file credential \"kubeconfig-production\"");
  }

  @Test
  public void aCredentialThatIsNoKubeconfigIsNotQuoted() throws Exception {
    Site.kubeconfig("clusters: [what: is: this, password-of-somebody");
    Site.productionAnywhere();

    WorkflowRun run =
        Pipelines.assertFails(
            jenkins,
            Rollouts.planned("austaCheck('production')"),
            "ERROR: The credential \"kubeconfig-production\"");
    jenkins.assertLogNotContains("password-of-somebody", run);
  }

  @Test
  public void aClusterThatCannotBeReachedIsOneMessage() throws Exception {
    Site.kubeconfig(ClusterProcess.kubeconfig(URI.create("http://127.0.0.1:1")));
    Site.productionAnywhere();

    Pipelines.assertFails(jenkins, Rollouts.planned("austaPrepare('production')"), "ERROR: ");
  }

  @Test
  public void aRollingDeploymentThatIsWellPassesTheCheck() throws Exception {
    Site.on(cluster);
    cluster.installStaging(1);

    Pipelines.assertSays(
        jenkins, Rollouts.staging("30s", "austaCheck('staging')"), "[austa] staging: ");
  }

  @Test
  public void aRollingDeploymentThatNeverBecomesAvailableFailsTheCheck() throws Exception {
    Site.on(cluster);

    Pipelines.assertFails(
        jenkins, Rollouts.staging("1s", "austaCheck('staging')"), "staging is not well: ");
  }

  @Test
  public void aCheckOfARollingDeploymentCanBeAborted() throws Exception {
    Site.on(cluster);
    WorkflowRun run =
        Pipelines.start(jenkins, Rollouts.staging("1h", "austaCheck('staging')\necho 'went on'"));
    jenkins.waitForMessage("[Pipeline] austaCheck", run);

    Pipelines.assertAborts(jenkins, run);
    jenkins.assertLogNotContains("went on", run);
  }

  @Test
  public void aCheckThatWaitsCanBeAborted() throws Exception {
    Site.on(cluster);
    WorkflowRun run =
        Pipelines.start(
            jenkins,
            Rollouts.planned(
                "1h", "1s", "a", "austaPrepare('production')\n austaCheck('production')"));
    jenkins.waitForMessage("Checking", run);

    Pipelines.assertAborts(jenkins, run);
  }

  @Test
  public void aSwitchThatIsBeingVerifiedCanBeAborted() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);
    WorkflowRun run = Pipelines.start(jenkins, Rollouts.whole("30s", "1h"));
    jenkins.waitForMessage("Verifying", run);

    Pipelines.assertAborts(jenkins, run);
  }

  @Test
  public void aRetirementThatDrainsCanBeAborted() throws Exception {
    Site.on(cluster);
    cluster.install("blue", 1);
    Pipelines.run(jenkins, Result.SUCCESS, Rollouts.whole("30s", "1s"));
    cluster.install("green", 2);
    WorkflowRun run =
        Pipelines.start(
            jenkins, Rollouts.whole("30s", "1s", "b").replace("drain: 1s", "drain: 1h"));
    jenkins.waitForMessage("Draining", run);

    Pipelines.assertAborts(jenkins, run);
    assertEquals("green", cluster.colourOfPublicAnswers());
  }

  @Test
  public void aPreparationThatGetsNoAnswerCanBeAborted() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Site.kubeconfig(
          ClusterProcess.kubeconfig(URI.create("http://127.0.0.1:" + silent.getLocalPort())));
      Site.productionAnywhere();
      WorkflowRun run = Pipelines.start(jenkins, Rollouts.planned("austaPrepare('production')"));

      try (Socket asked = silent.accept()) {
        Pipelines.assertAborts(jenkins, run);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
