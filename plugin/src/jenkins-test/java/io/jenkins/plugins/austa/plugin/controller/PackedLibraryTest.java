package io.jenkins.plugins.austa.plugin.controller;

import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.plugin.library.PackedLibraryResolver;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.libs.GlobalLibraries;
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration;
import org.jenkinsci.plugins.workflow.libs.LibraryRetriever;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** The plugin alone makes {@code austaPipeline()} available, unless an administrator says else. */
public class PackedLibraryTest {
  private static final String COMES_WITH_THE_PLUGIN =
      "Library austa comes with the AUSTA Pipeline plugin";
  private static final String OURS = "echo 'ours: ' + (austaApprove(approval: false) == null)";

  @Rule public final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void thePluginAloneOffersItsLibraryToAllJobs() throws Exception {
    WorkflowRun run = Pipelines.assertSays(jenkins, OURS, "ours: true");
    jenkins.assertLogContains(COMES_WITH_THE_PLUGIN, run);
  }

  @Test
  public void thePluginAloneRunsAPipelineInTheGroovySandbox() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned("austaTest(plan + [services: [], junit: 'none.xml'])"),
        "[Pipeline] junit");
  }

  @Test
  public void aPipelineWithoutSourcesIsToldWhatIsMissing() throws Exception {
    WorkflowRun run = Pipelines.run(jenkins, Result.FAILURE, "austaPipeline()");
    jenkins.assertLogContains("there is nothing to report", run);
    jenkins.assertLogContains("No such property: scm", run);
  }

  @Test
  public void aJobMayAskForItByName() throws Exception {
    Pipelines.assertSays(jenkins, "@Library('austa') _\n" + OURS, "ours: true");
  }

  @Test
  public void aJobCannotAskForAnotherVersion() throws Exception {
    WorkflowRun run =
        Pipelines.run(jenkins, Result.FAILURE, "@Library('austa@0.0.1') _\n" + OURS);
    jenkins.assertLogContains("not permitted", run);
  }

  @Test
  public void itCanBeSwitchedOff() throws Exception {
    AustaGlobalConfiguration.get().setOfferLibrary(false);

    WorkflowRun run = Pipelines.run(jenkins, Result.FAILURE, OURS);

    jenkins.assertLogContains("No such DSL method 'austaApprove'", run);
    jenkins.assertLogNotContains(COMES_WITH_THE_PLUGIN, run);
  }

  @Test
  public void anImplicitLibraryOfTheAdministratorWins() throws Exception {
    administratorHas(true);

    WorkflowRun run = Pipelines.assertSays(jenkins, "austaApprove()", "the administrator's");

    jenkins.assertLogNotContains(COMES_WITH_THE_PLUGIN, run);
  }

  @Test
  public void aLibraryThatTheAdministratorOffersOnRequestWins() throws Exception {
    administratorHas(false);

    WorkflowRun asked =
        Pipelines.assertSays(
            jenkins, "@Library('austa@1') _\naustaApprove()", "the administrator's");
    WorkflowRun notAsked = Pipelines.run(jenkins, Result.FAILURE, "austaApprove()");

    jenkins.assertLogNotContains(COMES_WITH_THE_PLUGIN, asked);
    jenkins.assertLogContains("No such DSL method 'austaApprove'", notAsked);
  }

  @Test
  public void theStepLibraryLoadsTheAdministratorsToo() throws Exception {
    administratorHas(false);

    Pipelines.assertSays(jenkins, "library('austa@1')\naustaApprove()", "the administrator's");
  }

  private static void administratorHas(boolean implicit) {
    LibraryConfiguration library =
        new LibraryConfiguration(PackedLibraryResolver.NAME, new Administrators());
    library.setDefaultVersion("1");
    library.setImplicit(implicit);
    library.setAllowVersionOverride(true);
    GlobalLibraries.get().setLibraries(List.of(library));
  }

  /** A library that somebody has configured. */
  private static final class Administrators extends LibraryRetriever {
    @Override
    public void retrieve(
        String name,
        String version,
        boolean changelog,
        FilePath target,
        Run<?, ?> run,
        TaskListener listener)
        throws IOException, InterruptedException {
      target
          .child("vars/austaApprove.groovy")
          .write("def call() { echo \"the administrator's\" }", "UTF-8");
    }

    @Override
    public void retrieve(
        String name, String version, FilePath target, Run<?, ?> run, TaskListener listener)
        throws IOException, InterruptedException {
      retrieve(name, version, false, target, run, listener);
    }
  }
}
