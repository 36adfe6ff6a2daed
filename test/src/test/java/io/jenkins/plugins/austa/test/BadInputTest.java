package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.junit.Rule;
import org.junit.Test;

/**
 * Whatever is wrong around a delivery ends it with one clear message, no stack trace, and a result
 * that says which kind of failure it was.
 */
public class BadInputTest {
  private static final String CAUGHT =
      """
      node {
        checkout scm
        def ended = [result: 'SUCCESS', failure: '']
        try { austaPlan(); %s } catch (Throwable err) { ended = austaFailure(error: err); throw err }
        finally {
          austaReport(result: ended.result, failure: ended.failure)
          archiveArtifacts '.austa/report/**'
        }
      }
      """;
  private static final String PREPARE = "austaPrepare(environment: 'staging')";

  @Rule public final SmallPipelines pipelines = new SmallPipelines();

  @Test
  public void tenMistakesAreToldAtOnceEachWithItsLine() throws Exception {
    pipelines.write(
        "austa.yaml",
        """
        platfrom: shop
        security:
          threshold: hihg
          suppressions:
            - {id: CVE-1, reason: r, owner: me}
        build: {platforms: linux/amd64}
        services:
          frontend: {port: 8080, port: 8081}
        environments:
          production:
            replicas: {frontend: many}
            verify: {window: soon, errorRate: 150%}
            approval: {required: perhaps}
            namespace: {a: b}
        """);

    HostResult run = pipelines.run("austaPipeline()");

    assertFailed(run, FailureKind.CONFIGURATION, "10 mistakes in the configuration");
    String log = pipelines.log(run);
    for (String mistake :
        List.of(
            "austa.yaml:1: platfrom: is not a known key; did you mean \"platform\"?",
            "austa.yaml:3: security.threshold: \"hihg\" is not known",
            "austa.yaml:5: security.suppressions[0].until: is missing",
            "austa.yaml:6: build.platforms: ",
            "austa.yaml:8: services.frontend.port: is given twice",
            "austa.yaml:11: environments.production.replicas.frontend: ",
            "austa.yaml:12: environments.production.verify.window: \"soon\" is not a duration",
            "austa.yaml:12: environments.production.verify.errorRate: ",
            "austa.yaml:13: environments.production.approval.required: ",
            "austa.yaml:14: environments.production.namespace: a mapping stands here")) {
      assertTrue(mistake + " not in\n" + log, log.contains(mistake));
    }
  }

  @Test
  public void nothingToDeliver() throws Exception {
    pipelines.delete("austa.yaml");
    pipelines.delete("frontend/package.json");
    pipelines.delete("frontend");

    assertFailed(pipelines.run("austaPipeline()"), FailureKind.CONFIGURATION, "nothing to deliver");
  }

  @Test
  public void aConfigurationFileThatIsNotThere() throws Exception {
    assertFailed(
        pipelines.run("austaPipeline(config: 'ops/austa.yml')"),
        FailureKind.CONFIGURATION,
        "There is no ops/austa.yml in the workspace");
  }

  @Test
  public void optionsThatThePipelineDoesNotKnowAreAllNamed() throws Exception {
    HostResult run = pipelines.run("austaPipeline(agnet: 'linux', parallel: 3, config: 7)");

    assertFailed(run, FailureKind.CONFIGURATION, "no option 'agnet' - did you mean 'agent'?");
    assertFailed(run, FailureKind.CONFIGURATION, "no option 'parallel'");
    assertFailed(run, FailureKind.CONFIGURATION, "'config' has to be text and is 7");
  }

  @Test
  public void aBranchThatMayNotDeployIsToldWhyAndIsNoFailure() throws Exception {
    pipelines.branch("feature/x");

    HostResult run = pipelines.run("node { checkout scm; austaPlan() }");

    assertEquals(Result.SUCCESS, run.result());
    assertTrue(pipelines.log(run), pipelines.log(run).contains("production is not deployed"));
    assertTrue(pipelines.log(run), pipelines.log(run).contains("feature/x"));
  }

  @Test
  public void anEnvironmentThatJenkinsDoesNotKnow() throws Exception {
    assertFailed(caught(PREPARE), FailureKind.ENVIRONMENT, "Jenkins does not know where");
  }

  @Test
  public void aMissingKubeconfigCredential() throws Exception {
    try (HostJenkins jenkins = jenkins()) {
      assertFailed(
          caught(PREPARE),
          FailureKind.ENVIRONMENT,
          "There is no secret-file credential \"kubeconfig-staging\"");
    }
  }

  @Test
  public void aKubeconfigThatCannotBeRead() throws Exception {
    try (HostJenkins jenkins = jenkins()) {
      add(jenkins, "{this: is, [no: kubeconfig");

      HostResult run = caught(PREPARE);

      assertFailed(run, FailureKind.ENVIRONMENT, "It is not YAML that can be read");
      assertFalse("the file is a secret", pipelines.log(run).contains("this: is"));
    }
  }

  @Test
  public void aKubeconfigWithoutACluster() throws Exception {
    try (HostJenkins jenkins = jenkins()) {
      add(jenkins, "apiVersion: v1\nkind: Config\n");

      assertFailed(caught(PREPARE), FailureKind.ENVIRONMENT, "It has no clusters");
    }
  }

  @Test
  public void aClusterThatDoesNotKnowTheCredential() throws Exception {
    assertRefused(401, "does not accept the account (HTTP 401). Renew its token");
  }

  @Test
  public void aClusterThatAllowsTheCredentialNothing() throws Exception {
    assertRefused(403, "may not list deployments.apps in austa-");
  }

  @Test
  public void aClusterThatCannotBeReached() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HostJenkins jenkins = jenkins()) {
      add(jenkins, kubeconfig(port));

      assertFailed(
          caught(PREPARE), FailureKind.ENVIRONMENT, "Nothing listens at http://127.0.0.1:" + port);
    }
  }

  @Test
  public void aMissingCredentialOfTheDatabaseOrOfHelm() throws Exception {
    for (String binding :
        List.of(
            "string(credentialsId: 'database-staging', variable: 'DATABASE_URL')",
            "file(credentialsId: 'kubeconfig-staging', variable: 'KUBECONFIG')")) {
      assertFailed(
          caught("withCredentials([" + binding + "]) { sh 'true' }"),
          FailureKind.ENVIRONMENT,
          "Could not find credentials entry with ID");
    }
  }

  @Test
  public void slackWithoutItsTokenFailsNothing() throws Exception {
    pipelines.write(
        "austa.yaml",
        """
        platform: shop
        services: {frontend: {checks: {unit: {run: 'true'}}}}
        notifications: {slack: {channel: '#deploys'}}
        """);

    HostResult run = pipelines.run("node { checkout scm; austaPlan() }\n austaNotify()");

    assertEquals(pipelines.log(run), Result.SUCCESS, run.result());
  }

  @Test
  public void whoMayNotApproveAndWhoSaysNo() throws Exception {
    String own = "austaApproval(environment: 'production', approver: 'starter')";
    assertFailed(caught(own), FailureKind.APPROVAL_REJECTED, "starter started this run");

    pipelines.approvals(
        ApprovalPolicy.askAll("linus").with("production", ApprovalPolicy.Decision.NO));
    HostResult rejected =
        caught(
            "austaProposal(environment: 'production'); input(id: 'approve-production', message: 'Deploy?')");

    assertEnded(
        rejected, Result.ABORTED, FailureKind.APPROVAL_REJECTED, "production: Rejected by linus");
    assertEquals("rejected", report(rejected).approvals().get(0).decision());
  }

  @Test
  public void anApprovalThatNobodyGives() throws Exception {
    HostResult run =
        caught(
            "austaProposal(environment: 'production');"
                + " timeout(time: 1, unit: 'MILLISECONDS') { sleep 60 }");

    assertEnded(run, Result.ABORTED, FailureKind.APPROVAL_TIMED_OUT, "nobody answered in time");
    assertEquals("timed out", report(run).approvals().get(0).decision());
  }

  @Test
  public void aCommandThatFailsIsOfTheKindOfWhatTheRunWasAbout() throws Exception {
    assertFailed(caught("sh 'exit 3'"), FailureKind.TESTS, "script returned exit code 3");
  }

  private void assertRefused(int status, String advice) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try (HostJenkins jenkins = jenkins()) {
      add(jenkins, kubeconfig(server.getAddress().getPort()));

      assertFailed(caught(PREPARE), FailureKind.ENVIRONMENT, advice);
    } finally {
      server.stop(0);
    }
  }

  private HostJenkins jenkins() throws Exception {
    HostJenkins jenkins =
        HostJenkins.install(pipelines.newFolder(), BadInputTest.class.getClassLoader());
    AustaGlobalConfiguration.get()
        .setEnvironments(List.of(new EnvironmentSite("staging", "kubeconfig-staging")));
    return jenkins;
  }

  private static void add(HostJenkins jenkins, String kubeconfig) {
    jenkins.add(
        new FileCredentialsImpl(
            CredentialsScope.GLOBAL,
            "kubeconfig-staging",
            "",
            "kubeconfig",
            SecretBytes.fromRawBytes(kubeconfig.getBytes(StandardCharsets.UTF_8))));
  }

  private static String kubeconfig(int port) {
    return """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: x, context: {cluster: c, user: u}}]
        current-context: x
        """
        .formatted(port);
  }

  private HostResult caught(String script) throws Exception {
    return pipelines.run(CAUGHT.formatted(script));
  }

  private void assertFailed(HostResult run, FailureKind kind, String message) throws Exception {
    assertEnded(run, Result.FAILURE, kind, message);
  }

  private void assertEnded(HostResult run, Result result, FailureKind kind, String message)
      throws Exception {
    String log = pipelines.log(run);
    assertEquals(log, result, run.result());
    assertTrue(message + " not in\n" + log, log.contains(message));
    String verb = result == Result.ABORTED ? "aborted" : "failed";
    String line = "[austa] " + verb + ": " + kind.words() + ": ";
    assertTrue(line + " not in\n" + log, log.contains(line));
    assertFalse("a stack trace:\n" + log, log.contains("\tat "));
    RunReport report = report(run);
    assertEquals(kind, report.failureKind());
    assertEquals(result.toString(), report.result());
    assertTrue(run.run().getDescription().startsWith(verb + ": " + kind.words()));
  }

  private static RunReport report(HostResult run) throws Exception {
    return RunReportJson.read(SmallPipelines.archived(run));
  }
}
