package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.plugin.steps.AustaApprovalStep;
import io.jenkins.plugins.austa.plugin.steps.AustaCheckStep;
import io.jenkins.plugins.austa.plugin.steps.AustaGateStep;
import io.jenkins.plugins.austa.plugin.steps.AustaImagesStep;
import io.jenkins.plugins.austa.plugin.steps.AustaMigratedStep;
import io.jenkins.plugins.austa.plugin.steps.AustaMigrationsStep;
import io.jenkins.plugins.austa.plugin.steps.AustaNotifyStep;
import io.jenkins.plugins.austa.plugin.steps.AustaPlanStep;
import io.jenkins.plugins.austa.plugin.steps.AustaPrepareStep;
import io.jenkins.plugins.austa.plugin.steps.AustaProposalStep;
import io.jenkins.plugins.austa.plugin.steps.AustaReportStep;
import io.jenkins.plugins.austa.plugin.steps.AustaResultStep;
import io.jenkins.plugins.austa.plugin.steps.AustaRetireStep;
import io.jenkins.plugins.austa.plugin.steps.AustaRevertStep;
import io.jenkins.plugins.austa.plugin.steps.AustaStatusStep;
import io.jenkins.plugins.austa.plugin.steps.AustaSwitchStep;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.ErrorType;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.AfterClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * What a user enters in a step's form is what the form shows when it is opened again, and what the
 * snippet generator writes is the same step.
 */
public class StepRoundTripTest {
  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();
  private static final Set<String> TESTED = new TreeSet<>();
  private static Set<String> known;

  @Test
  public void plan() throws Exception {
    AustaPlanStep step = new AustaPlanStep();
    step.setConfig("deploy/austa.yaml");
    assertKept(step, "austaPlan config: 'deploy/austa.yaml'");
  }

  @Test
  public void planWithDefaults() throws Exception {
    assertKept(new AustaPlanStep(), "austaPlan()");
  }

  @Test
  public void planWithWhatCheckoutReturned() throws Exception {
    AustaPlanStep step = new AustaPlanStep();
    step.setRevision(Map.of("GIT_BRANCH", "main"));
    assertWritten(step, "austaPlan(revision: [GIT_BRANCH: 'main'])");
  }

  @Test
  public void result() throws Exception {
    AustaResultStep step = new AustaResultStep(Map.of("backend unit", 2));
    step.setRecordOnly(true);
    assertWritten(step, "austaResult exitCodes: ['backend unit': 2], recordOnly: true");
  }

  @Test
  public void gate() throws Exception {
    assertKept(new AustaGateStep("images"), "austaGate 'images'");
  }

  @Test
  public void gateWithExitCodes() throws Exception {
    AustaGateStep step = new AustaGateStep("sources");
    step.setExitCodes(Map.of("npm", 1));
    assertWritten(step, "austaGate exitCodes: [npm: 1], scans: 'sources'");
  }

  @Test
  public void images() throws Exception {
    assertKept(new AustaImagesStep(), "austaImages()");
  }

  @Test
  public void migrations() throws Exception {
    assertKept(
        new AustaMigrationsStep("staging", "backend", 1),
        "austaMigrations environment: 'staging', exitCode: 1, service: 'backend'");
  }

  @Test
  public void migrated() throws Exception {
    assertKept(
        new AustaMigratedStep("staging", "backend", 0),
        "austaMigrated environment: 'staging', exitCode: 0, service: 'backend'");
  }

  @Test
  public void proposal() throws Exception {
    assertKept(new AustaProposalStep("production"), "austaProposal 'production'");
  }

  @Test
  public void approval() throws Exception {
    assertKept(
        new AustaApprovalStep("production", "alice"),
        "austaApproval approver: 'alice', environment: 'production'");
  }

  @Test
  public void prepare() throws Exception {
    assertKept(new AustaPrepareStep("production"), "austaPrepare 'production'");
  }

  @Test
  public void check() throws Exception {
    assertKept(new AustaCheckStep("production"), "austaCheck 'production'");
  }

  @Test
  public void switchTraffic() throws Exception {
    assertKept(new AustaSwitchStep("production"), "austaSwitch 'production'");
  }

  @Test
  public void retire() throws Exception {
    assertKept(new AustaRetireStep("production"), "austaRetire 'production'");
  }

  @Test
  public void revert() throws Exception {
    AustaRevertStep step = new AustaRevertStep("production");
    step.setReason("customers complain");
    assertKept(step, "austaRevert environment: 'production', reason: 'customers complain'");
  }

  @Test
  public void revertToARevision() throws Exception {
    AustaRevertStep step = new AustaRevertStep("production");
    step.setTo("previous");
    assertKept(step, "austaRevert environment: 'production', to: 'previous'");
  }

  @Test
  public void status() throws Exception {
    assertKept(new AustaStatusStep("production"), "austaStatus 'production'");
  }

  @Test
  public void revertWithDefaults() throws Exception {
    assertKept(new AustaRevertStep("production"), "austaRevert 'production'");
  }

  @Test
  public void report() throws Exception {
    AustaReportStep step = new AustaReportStep();
    step.setFailure("the gate is closed");
    step.setResult("FAILURE");
    assertKept(step, "austaReport failure: 'the gate is closed', result: 'FAILURE'");
  }

  @Test
  public void reportWithDefaults() throws Exception {
    assertKept(new AustaReportStep(), "austaReport()");
  }

  @Test
  public void notifyOfAnApproval() throws Exception {
    AustaNotifyStep step = new AustaNotifyStep();
    step.setApproval("production");
    assertKept(step, "austaNotify approval: 'production'");
  }

  @Test
  public void notifyOfAFailure() throws Exception {
    AustaNotifyStep step = new AustaNotifyStep();
    step.setFailure("the gate is closed");
    assertKept(step, "austaNotify failure: 'the gate is closed'");
  }

  @AfterClass
  public static void noStepIsForgotten() {
    assertEquals(known, TESTED);
  }

  private static void assertKept(Step step, String snippet) throws Exception {
    Step after = new StepConfigTester(jenkins).configRoundTrip(step);
    jenkins.assertEqualDataBoundBeans(step, after);
    assertWritten(step, snippet);
  }

  private static void assertWritten(Step step, String snippet) throws Exception {
    new SnippetizerTester(jenkins).assertRoundTrip(step, snippet);
    assertDocumented(step.getClass());
    TESTED.add(step.getDescriptor().getFunctionName());
    known =
        StepDescriptor.all().stream()
            .map(StepDescriptor::getFunctionName)
            .filter(name -> name.startsWith("austa"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Jenkins writes documentation for every type of parameter but maps. */
  private static void assertDocumented(Class<? extends Step> step) {
    for (DescribableParameter parameter : DescribableModel.of(step).getParameters()) {
      assertTrue(
          parameter.toString(),
          parameter.getErasedType() == Map.class || !(parameter.getType() instanceof ErrorType));
    }
  }
}
