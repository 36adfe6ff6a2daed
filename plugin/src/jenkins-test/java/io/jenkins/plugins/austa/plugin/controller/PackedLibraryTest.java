package io.jenkins.plugins.austa.plugin.controller;

import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** The plugin alone makes {@code austaPipeline()} available. */
public class PackedLibraryTest {
  private static final String PROGRAM = "austaApprove(approval: false)";

  @Rule public final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void thePluginAloneOffersItsLibraryToAllJobs() throws Exception {
    jenkins.assertLogContains(
        "Library austa comes with the AUSTA Pipeline plugin",
        Pipelines.run(jenkins, hudson.model.Result.SUCCESS, PROGRAM));
  }
}
