package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Credentials that steps open themselves: whose they are, that it is noted, that none is told. */
public class SecretsTest {
  private static final String VALUE = "v4lue-th4t-nobody-may-see";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private HostJenkins jenkins;
  private Path repository;

  @Before
  public void open() throws IOException {
    jenkins = HostJenkins.install(folder.newFolder(), getClass().getClassLoader());
    EnvironmentSite staging = new EnvironmentSite("staging", "kube");
    staging.setPublicUrl("http://127.0.0.1:1");
    AustaGlobalConfiguration.get().setEnvironments(List.of(staging));
    AustaGlobalConfiguration.get().setSlackUrl("http://127.0.0.1:1/");
    repository = folder.newFolder("shop").toPath();
    Files.createDirectories(repository.resolve("frontend"));
    Files.writeString(repository.resolve("frontend/package.json"), "{}");
    Files.writeString(
        repository.resolve("austa.yaml"),
        """
        platform: shop
        services: {frontend: {checks: {unit: {run: 'true'}}}}
        environments: {staging: {namespace: shop-staging}}
        notifications: {slack: {channel: '#deploys'}}
        """);
  }

  @After
  public void close() {
    jenkins.close();
  }

  @Test
  public void slacksTokenIsNotedAndNotTold() throws Exception {
    jenkins.add(
        new StringCredentialsImpl(
            CredentialsScope.GLOBAL, "slack-token", "", Secret.fromString(VALUE)));
    HostResult run = planned("austaNotify()");
    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("not delivered, Slack could not be reached"));
    assertUsedAndNotTold("slack-token", run);
  }

  @Test
  public void aTokenOfSystemScopeIsNoJobs() throws Exception {
    jenkins.add(
        new StringCredentialsImpl(
            CredentialsScope.SYSTEM, "slack-token", "", Secret.fromString(VALUE)));
    assertTrue(log(planned("austaNotify()")).contains("there is no secret-text credential"));
    assertEquals(List.of(), jenkins.uses());
  }

  @Test
  public void aKubeconfigIsNotedAndNotTold() throws Exception {
    kubeconfig("users: [{name: me, user: {token: " + VALUE + "}}]\nclusters: [" + VALUE);
    HostResult run = planned("austaCheck(environment: 'staging')");
    assertFails(run, "The credential \"kube\" cannot be used as a kubeconfig. It is not YAML");
    assertUsedAndNotTold("kube", run);
  }

  @Test
  public void aRunStartsNoProgramThatAKubeconfigNames() throws Exception {
    Path trace = folder.getRoot().toPath().resolve("trace");
    kubeconfig(
        """
        current-context: c
        contexts: [{name: c, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
        users:
        - name: u
          user:
            exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [TRACE]}
        """
            .replace("TRACE", trace.toString()));
    assertFails(planned("austaCheck(environment: 'staging')"), "would start a program");
    assertFalse("the program was started", Files.exists(trace));
  }

  @Test
  public void aKubeconfigThatIsNotThereIsNamed() throws Exception {
    assertFails(
        planned("austaCheck(environment: 'staging')"),
        "There is no secret-file credential \"kube\"");
  }

  @Test
  public void noOtherNamespaceIsReachedThanTheAdministratorAllows() throws Exception {
    EnvironmentSite staging = new EnvironmentSite("staging", "kube");
    staging.setNamespace("shop-test");
    AustaGlobalConfiguration.get().setEnvironments(List.of(staging));
    kubeconfig("");
    assertFails(
        planned("austaCheck(environment: 'staging')"),
        "staging may only be deployed to namespace shop-test (Manage Jenkins › AUSTA Pipeline), but"
            + " austa.yaml says shop-staging");
    assertEquals("the credential stays closed", List.of(), jenkins.uses());
  }

  private void kubeconfig(String content) {
    jenkins.add(
        new FileCredentialsImpl(
            CredentialsScope.GLOBAL,
            "kube",
            "",
            "kubeconfig",
            SecretBytes.fromRawBytes(content.getBytes(StandardCharsets.UTF_8))));
  }

  private void assertUsedAndNotTold(String id, HostResult run) throws IOException {
    assertEquals(1, jenkins.uses().size());
    assertEquals(id, ((IdCredentials) jenkins.uses().get(0).credentials()).getId());
    assertEquals(run.run(), jenkins.uses().get(0).run());
    assertFalse(log(run), log(run).contains(VALUE));
    // Secrets that the host knows are masked, so one that was printed would show like this.
    assertFalse(log(run), log(run).contains("****"));
  }

  private HostResult planned(String script) throws Exception {
    Files.writeString(
        repository.resolve("Jenkinsfile"), "node { checkout scm; austaPlan() }\n" + script + "\n");
    return PipelineHost.builder()
        .workspace(repository)
        .library(
            new ClassPathLibrary(getClass().getClassLoader(), "io/jenkins/plugins/austa/library"))
        .jobName("shop")
        .change(new Change("main", "1.0", "abc", "author"))
        .startedBy("starter")
        .home(folder.newFolder().toPath())
        .build()
        .run();
  }

  private static void assertFails(HostResult run, String message) throws IOException {
    assertEquals(log(run), Result.FAILURE, run.result());
    assertTrue(log(run), log(run).contains(message));
    assertFalse("a stack trace:\n" + log(run), log(run).contains("\tat "));
  }

  private static String log(HostResult run) throws IOException {
    return Files.readString(run.log());
  }
}
