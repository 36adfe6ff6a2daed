package io.jenkins.plugins.austa.plugin.controller;

import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaGate} on Jenkins. */
public class GateStepTest {
  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void failsClosedWhenAReportIsMissing() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaGate(scans: 'sources', exitCodes: [:])"),
        "The security gate is broken");
  }
}
