package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.engine.report.ApprovalReport;
import io.jenkins.plugins.austa.engine.report.RunReportCollector;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each step alone, in small pipelines on the CPS engine: what it refuses and what it says. */
public class StepsTest {
  private static final String STARTER = "starter";
  private static final String DIGEST = "a".repeat(64);
  private static final String IMAGES =
      """
      writeFile file: '.austa/images.json', text: '''{"frontend": {
        "containerimage.digest": "sha256:%s",
        "image.name": "registry.example.com/shop/frontend:1.0"}}'''
      austaImages()
      """
          .formatted(DIGEST);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path repository;

  @Before
  public void aRepositoryWithOneService() throws IOException {
    repository = folder.newFolder("shop").toPath();
    write("frontend/package.json", "{}");
    write(
        "austa.yaml",
        """
        platform: shop
        security: {scanners: [npm-audit]}
        services:
          frontend:
            checks:
              unit: {run: 'true', junit: reports/junit.xml}
        """);
  }

  @Test
  public void planTellsWhatTheRunWillDo() throws Exception {
    HostResult run =
        run("node { checkout scm; echo austaPlan().deployments*.environment.join('+') }");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("staging+production"));
  }

  @Test
  public void aStepBeforeThePlanSaysWhatToCallFirst() throws Exception {
    assertFails(run("austaProposal(environment: 'production')"), "Call austaPlan before");
  }

  @Test
  public void anUnknownEnvironmentIsNamedWithTheKnownOnes() throws Exception {
    assertFails(
        planned("austaProposal(environment: 'prod')"), "environment \"prod\" is not in the plan");
  }

  @Test
  public void theQuestionFitsAHeadingAndTheLogNamesTheDigests() throws Exception {
    HostResult run =
        planned(
            """
            node {
              %s
            }
            echo austaProposal(environment: 'production').replace('\\n', '|')
            """
                .formatted(IMAGES));

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(
        log(run),
        log(run)
            .contains(
                "Deploy shop 1.0 to production (blue-green)?|Security gate: not run."
                    + "|Migrations applied by this run so far: none."
                    + "|Image digests and migrations are named in the log."));
    assertTrue(
        log(run),
        log(run).contains("frontend registry.example.com/shop/frontend@sha256:" + DIGEST));
  }

  @Test
  public void whoeverStartedTheRunCannotApproveIt() throws Exception {
    HostResult run =
        planned("austaApproval(environment: 'production', approver: '" + STARTER + "')");

    assertFails(run, "cannot approve it for production");
    ApprovalReport recorded = report(run).approvals().get(0);
    assertEquals("refused", recorded.decision());
    assertEquals(STARTER, recorded.approver());
  }

  @Test
  public void somebodyElseCanBeAskedAfterwards() throws Exception {
    HostResult run =
        planned(
            """
            for (name in ['%s', 'colleague']) {
                def accepted = austaApproval(environment: 'production', approver: name, askAgain: true)
                echo("$name: $accepted")
            }
            """
                .formatted(STARTER));

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(
        log(run), log(run).contains("cannot approve it for production. Somebody else has to."));
    assertTrue(log(run), log(run).contains(STARTER + ": false"));
    assertTrue(log(run), log(run).contains("colleague: true"));
    assertEquals(
        List.of("refused", "approved"),
        report(run).approvals().stream().map(ApprovalReport::decision).toList());
  }

  @Test
  public void somebodyElseCan() throws Exception {
    HostResult run = planned("austaApproval(environment: 'production', approver: 'colleague')");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertEquals("approved", report(run).approvals().get(0).decision());
  }

  @Test
  public void anApprovalByNobodyIsNone() throws Exception {
    assertFails(
        planned("austaApproval(environment: 'production', approver: '')"), "Nobody is known");
  }

  @Test
  public void nothingIsPreparedThatNeedsAnApprovalAndHasNone() throws Exception {
    assertFails(
        planned("node { austaPrepare(environment: 'production') }"),
        "needs an approval and has none");
  }

  @Test
  public void whatWasApprovedCannotChangeAfterwards() throws Exception {
    HostResult run =
        planned(
            """
            austaApproval(environment: 'production', approver: 'colleague')
            node {
              %s
              austaPrepare(environment: 'production')
            }
            """
                .formatted(IMAGES));

    assertFails(run, "What was approved for production has changed since");
  }

  @Test
  public void theGateFailsClosedWhenAReportIsMissing() throws Exception {
    assertFails(
        planned("node { austaGate(scans: 'sources', exitCodes: [:]) }"),
        "The security gate is broken");
  }

  @Test
  public void aMistypedScopeOfTheGateIsNotTakenForAnother() throws Exception {
    assertFails(
        planned("node { austaGate(scans: 'image', exitCodes: [:]) }"),
        "allowed are sources and images");
  }

  @Test
  public void aCheckWithoutItsTestReportHasFailed() throws Exception {
    assertFails(
        planned("node { austaResult(exitCodes: ['frontend unit': 0]) }"), "frontend unit failed");
  }

  @Test
  public void anEnvironmentThatJenkinsDoesNotKnowIsAskedFor() throws Exception {
    assertFails(
        planned("austaCheck(environment: 'staging')"),
        "Add it under Manage Jenkins › AUSTA Pipeline");
  }

  @Test
  public void slackWithoutATokenFailsNothing() throws Exception {
    write(
        "austa.yaml",
        """
        platform: shop
        services: {frontend: {checks: {unit: {run: 'true'}}}}
        notifications: {slack: {channel: '#deploys'}}
        """);

    HostResult run = planned("austaNotify()");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("not delivered, there is no secret-text credential"));
  }

  @Test
  public void slackBeingUnknownFailsNothing() throws Exception {
    HostResult run = planned("austaNotify()");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("nobody is told"));
  }

  private HostResult planned(String script) throws Exception {
    return run("node { checkout scm; austaPlan() }\n" + script);
  }

  private HostResult run(String script) throws Exception {
    write("Jenkinsfile", script + "\n");
    return PipelineHost.builder()
        .workspace(repository)
        .library(
            new ClassPathLibrary(
                StepsTest.class.getClassLoader(), "io/jenkins/plugins/austa/library"))
        .jobName("shop")
        .change(new Change("main", "1.0", "abc", "author"))
        .startedBy(STARTER)
        .home(folder.newFolder().toPath())
        .build()
        .run();
  }

  private static RunReportCollector collected(HostResult run) {
    return AustaAction.find(run.run()).orElseThrow().report();
  }

  private static io.jenkins.plugins.austa.engine.report.RunReport report(HostResult run) {
    return collected(run)
        .report(
            new io.jenkins.plugins.austa.engine.report.RunHead(
                "shop", "SUCCESS", "", "", "", "", java.time.Instant.EPOCH, 0, 0, 0, null, null),
            java.util.List.of(),
            null);
  }

  private static void assertFails(HostResult run, String message) throws IOException {
    assertEquals(log(run), Result.FAILURE, run.result());
    assertTrue(log(run), log(run).contains(message));
    assertTrue("a stack trace:\n" + log(run), !log(run).contains("\tat "));
  }

  private static String log(HostResult run) throws IOException {
    return Files.readString(run.log());
  }

  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
