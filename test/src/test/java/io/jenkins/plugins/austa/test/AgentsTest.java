package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Where the stages of {@code austaPipeline} run, told by what their commands see. */
public class AgentsTest {
  private static final String IMAGE = "example.com/tool@sha256:" + "d".repeat(64);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path repository;

  @Before
  public void aRepositoryWithTwoToolchains() throws IOException {
    repository = folder.newFolder("shop").toPath();
    write("web/package.json", "{}");
    write("ai/requirements.txt", "");
    write("Jenkinsfile", "austaPipeline()\n");
  }

  @Test
  public void inPodsEachCommandRunsInTheContainerOfItsToolchain() throws Exception {
    HostResult run = run("agents: {kind: kubernetes}");

    String log = log(run);
    assertTrue(log, log.contains("Pod 'austa-test' with containers [jnlp, node, python]"));
    assertTrue(log, log.contains("web in node"));
    assertTrue(log, log.contains("ai in python"));
    assertTrue(log, log.contains("Pod 'austa-security' with containers [jnlp, bandit, node]"));
    assertTrue(log, log.contains("Pod 'austa-report' with containers [jnlp]"));
    assertTrue(log, log.contains("austa] test runs in a pod of 3 containers"));
  }

  @Test
  public void inPodsTheVerdictIsTheSameAsOnNodes() throws Exception {
    HostResult pods = run("agents: {kind: kubernetes}");
    HostResult nodes = run("agents: {kind: nodes}");

    assertEquals(names(nodes), names(pods));
    assertEquals(nodes.result(), pods.result());
  }

  @Test
  public void aServiceCanRunInAContainerOfItsOwn() throws Exception {
    HostResult run =
        run("agents: {kind: kubernetes, images: {deno: '" + IMAGE + "'}}", "toolchain: deno, ");

    assertTrue(log(run), log(run).contains("web in deno"));
    assertTrue(log(run), log(run).contains("deno " + IMAGE));
  }

  @Test
  public void aToolchainWithoutADigestIsRefusedBeforeAnythingRuns() throws Exception {
    HostResult run = run("agents: {kind: kubernetes}", "toolchain: deno, ");

    assertEquals(log(run), Result.FAILURE, run.result());
    assertTrue(log(run), log(run).contains("There is no image for the toolchain \"deno\""));
    assertFalse(log(run), log(run).contains("ai in"));
    assertFalse("a stack trace:\n" + log(run), log(run).contains("\tat "));
  }

  @Test
  public void onNodesNothingAsksForAPodAndOneNodeServesAllStages() throws Exception {
    HostResult run = run("agents: {kind: auto}");

    assertFalse(log(run), log(run).contains("Pod '"));
    assertTrue(log(run), log(run).contains("web in \n"));
    // One that plans, tests and scans, and one that reports.
    assertEquals(log(run), 2, occurrences(log(run), "Running on this machine"));
  }

  @Test
  public void onNodesAStageRunsOnTheLabelItIsGiven() throws Exception {
    write("Jenkinsfile", "austaPipeline(agent: 'linux')\n");
    HostResult run = run("agents: {labels: {security: 'scanners && linux', report: small}}");

    String log = log(run);
    assertTrue(log, log.indexOf("(label linux)") < log.indexOf("web in "));
    assertTrue(log, log.indexOf("web in ") < log.indexOf("(label scanners && linux)"));
    assertTrue(log, log.contains("(label small)"));
    assertEquals(log, 3, occurrences(log, "Running on this machine"));
  }

  /** A branch may move on between two checkouts; jobs that are not multibranch take its newest. */
  @Test
  public void everyAgentGetsTheCommitThatWasPlanned() throws Exception {
    Path git = folder.newFolder("bin").toPath().resolve("git");
    Files.writeString(git, "#!/bin/sh\necho \"git was called: $*\"\n");
    assertTrue(git.toFile().setExecutable(true));
    write(
        "Jenkinsfile",
        """
        node {
          withEnv(["PATH=%s:$PATH"]) {
            austaAgents.sources('0123456789abcdef')
            echo 'and now the same commit'
            austaAgents.sources(checkout(scm).GIT_COMMIT)
          }
        }
        """
            .formatted(git.getParent()));

    String log = log(run(""));

    assertEquals(log, 1, occurrences(log, "git was called"));
    assertTrue(
        log, log.contains("git was called: checkout --quiet --force --detach 0123456789abcdef"));
  }

  @Test
  public void aContainerThatThePodDoesNotHaveIsNotFoundHereEither() throws Exception {
    write(
        "Jenkinsfile",
        """
        podTemplate(name: 'p', yaml: 'spec: {containers: [{name: jnlp}]}') {
          node(env.POD_LABEL) { container('node') { sh 'true' } }
        }
        """);
    HostResult run = run("");

    assertEquals(Result.FAILURE, run.result());
    assertTrue(log(run), log(run).contains("container node was not found in pod p"));
  }

  @Test
  public void anUnknownStageIsAnsweredWithThoseThereAre() throws Exception {
    write("Jenkinsfile", "austaAgent(stage: 'tests')\n");
    HostResult run = run("");

    assertTrue(log(run), log(run).contains("allowed are plan, test, security, build"));
  }

  private HostResult run(String agents) throws Exception {
    return run(agents, "");
  }

  /** Up to the security gate, which has no reports to read: what follows needs an environment. */
  private HostResult run(String agents, String ofWeb) throws Exception {
    write(
        "austa.yaml",
        agents
            + """

            platform: shop
            security: {scanners: [npm-audit, bandit]}
            services:
              web: {%s checks: {unit: {run: 'echo "web in $POD_CONTAINER"'}}}
              ai: {install: none, checks: {unit: {run: 'echo "ai in $POD_CONTAINER"'}}}
            """
                .formatted(ofWeb));
    return PipelineHost.builder()
        .workspace(repository)
        .library(
            new ClassPathLibrary(
                AgentsTest.class.getClassLoader(), "io/jenkins/plugins/austa/library"))
        .jobName("shop")
        .change(new Change("main", "1.0", "abc", "author"))
        .startedBy("starter")
        .home(folder.newFolder().toPath())
        .build()
        .run();
  }

  private static List<String> names(HostResult run) {
    return run.stages().stream().map(stage -> stage.name()).toList();
  }

  private static int occurrences(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
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
