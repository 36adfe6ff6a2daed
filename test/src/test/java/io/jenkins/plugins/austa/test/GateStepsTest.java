package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The steps around the security gate, in small pipelines on the CPS engine. */
public class GateStepsTest {
  private static final String COMMIT = "0123456789012345678901234567890123456789";
  private static final String TOKEN = "t0ken-of-github";
  private static final String FINDING =
      """
      writeFile file: '.austa/scans/bandit-ai.json', text: '''{"errors":[],"generated_at":"x",
        "metrics":{"app.py":{}},"results":[{"code":"7 run(cmd)","filename":"./app.py",
        "issue_severity":"HIGH","issue_text":"shell","line_number":7,"test_id":"B602"}]}'''
      """;
  private static final String JUDGE =
      "try { austaGate(scans: 'sources', exitCodes: ['.austa/scans/bandit-ai.json': 1]) }"
          + " catch (err) { echo(\"gate: ${err.message}\") }\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer gitHub;
  private Path repository;
  private Path home;
  private HostJenkins jenkins;

  @Before
  public void aRepositoryAndAGitHub() throws Exception {
    repository = folder.newFolder("shop").toPath();
    home = folder.newFolder("home").toPath();
    gitHub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gitHub.createContext("/", this::answer);
    gitHub.start();
    jenkins =
        HostJenkins.install(home.toFile(), GateStepsTest.class.getClassLoader())
            .add(
                new StringCredentialsImpl(
                    CredentialsScope.GLOBAL, "github", "", Secret.fromString(TOKEN)));
    Files.createDirectories(repository.resolve("ai"));
    Files.writeString(repository.resolve("ai/requirements.txt"), "");
  }

  @After
  public void stopGitHub() {
    gitHub.stop(0);
    jenkins.close();
  }

  @Test
  public void findingsAreShownOnGitHubAlsoWhenTheGateFails() throws Exception {
    HostResult run = run(codeScanning("github"), FINDING + JUDGE + "austaCodeScanning()");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("gate: The security gate is failed: high B602"));
    assertTrue(log(run), log(run).contains("gate.sarif is shown in the Security tab of acme/shop"));
    assertEquals(
        List.of(
            "POST /repos/acme/shop/code-scanning/sarifs Bearer " + TOKEN,
            "GET /repos/acme/shop/code-scanning/sarifs/1 Bearer " + TOKEN),
        requests);
    assertFalse(log(run), log(run).contains(TOKEN));
  }

  @Test
  public void aMissingCredentialIsSaidAndFailsNothing() throws Exception {
    HostResult run = run(codeScanning("gone"), "austaCodeScanning()");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("there is no secret-text credential \"gone\""));
  }

  @Test
  public void withoutACredentialNothingIsSent() throws Exception {
    HostResult run = run("", "austaCodeScanning()");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("codeScanning.credentialsId is not set"));
    assertEquals(List.of(), requests);
  }

  @Test
  public void theFilesOfTheGateLieInTheWorkspace() throws Exception {
    HostResult run =
        run(
            "",
            FINDING
                + JUDGE
                + "echo readFile('.austa/report/gate.json')\n"
                + "echo readFile('.austa/report/gate.sarif')");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("\"outcome\" : \"failed\""));
    assertTrue(log(run), log(run).contains("\"uri\":\"ai/app.py\""));
  }

  private String codeScanning(String credentialsId) {
    return "  codeScanning: {repository: acme/shop, credentialsId: "
        + credentialsId
        + ", url: 'http://127.0.0.1:"
        + gitHub.getAddress().getPort()
        + "/'}\n";
  }

  private HostResult run(String security, String script) throws Exception {
    Files.writeString(
        repository.resolve("austa.yaml"),
        "platform: shop\nservices: {ai: {}}\nsecurity:\n  scanners: [bandit]\n" + security);
    Files.writeString(
        repository.resolve("Jenkinsfile"),
        "node {\naustaPlan(revision: checkout(scm))\n" + script + "\n}\n");
    return PipelineHost.builder()
        .workspace(repository)
        .library(
            new ClassPathLibrary(
                GateStepsTest.class.getClassLoader(), "io/jenkins/plugins/austa/library"))
        .jobName("shop")
        .change(new Change("main", "1.0", COMMIT, "author"))
        .startedBy("starter")
        .home(home)
        .build()
        .run();
  }

  private static String log(HostResult run) throws IOException {
    return Files.readString(run.log());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    boolean upload = exchange.getRequestMethod().equals("POST");
    exchange.getRequestBody().readAllBytes();
    byte[] answer =
        (upload ? "{\"id\":\"1\"}" : "{\"processing_status\":\"complete\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(upload ? 202 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
