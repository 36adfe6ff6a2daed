package io.jenkins.plugins.austa.plugin.controller;

import io.jenkins.plugins.austa.plugin.steps.AustaPlanStep;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What a user enters in a step's form is what the form shows when it is opened again. */
public class StepRoundTripTest {
  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void planKeepsItsConfigurationFile() throws Exception {
    AustaPlanStep step = new AustaPlanStep();
    step.setConfig("deploy/austa.yaml");

    assertKept(step);
  }

  private static void assertKept(Step before) throws Exception {
    jenkins.assertEqualDataBoundBeans(
        before, new StepConfigTester(jenkins).configRoundTrip(before));
  }
}
