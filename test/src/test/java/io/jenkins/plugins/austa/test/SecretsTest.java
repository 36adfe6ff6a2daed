package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The library gives a secret to the one command that needs it, and the log never shows it. */
public class SecretsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private HostJenkins jenkins;

  @Before
  public void aControllerWithCredentials() throws Exception {
    jenkins = HostJenkins.install(folder.newFolder(), SecretsTest.class.getClassLoader());
    jenkins.add(
        new StringCredentialsImpl(
            CredentialsScope.GLOBAL, "codecov", "", Secret.fromString("upload-token")));
    jenkins.add(
        new UsernamePasswordCredentialsImpl(
            CredentialsScope.GLOBAL, "push", "", "robot", "s3cret-word"));
  }

  @After
  public void closeIt() throws Exception {
    jenkins.close();
  }

  @Test
  public void codecovsTokenReachesItsCommandAlone() throws Exception {
    HostResult run =
        run(
            """
            node {
              austaCoverage([credentialsId: 'codecov', command: 'echo sent with $CODECOV_TOKEN'])
              sh 'echo afterwards: ${CODECOV_TOKEN:-nothing}'
            }
            """);

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("sent with ****"));
    assertTrue(log(run), log(run).contains("afterwards: nothing"));
  }

  @Test
  public void coverageThatCannotBeSentFailsNothing() throws Exception {
    HostResult run = run("node { austaCoverage([credentialsId: 'codecov', command: 'exit 3']) }");

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("the coverage was not sent to Codecov"));
  }

  @Test
  public void withoutCodecovNothingIsSent() throws Exception {
    assertEquals(Result.SUCCESS, run("austaCoverage(null)").result());
  }

  @Test
  public void theRegistrysLoginIsBoundAndTheBodysValueReturned() throws Exception {
    HostResult run =
        run(
            """
            node {
              def login = [credentialsId: 'push', username: 'REGISTRY_USERNAME', password: 'REGISTRY_PASSWORD']
              def codes = austaLogin(login) {
                sh 'echo $REGISTRY_USERNAME with $REGISTRY_PASSWORD'
                [report: 4]
              }
              echo "returned ${codes.report}, without a login ${austaLogin(null) { 5 }}"
            }
            """);

    assertEquals(log(run), Result.SUCCESS, run.result());
    assertTrue(log(run), log(run).contains("with ****"));
    assertTrue(log(run), log(run).contains("returned 4, without a login 5"));
    assertFalse(log(run), log(run).contains("s3cret-word"));
  }

  private HostResult run(String script) throws Exception {
    Path repository = folder.newFolder().toPath();
    Files.writeString(repository.resolve("Jenkinsfile"), script);
    return PipelineHost.builder()
        .workspace(repository)
        .library(
            new ClassPathLibrary(
                SecretsTest.class.getClassLoader(), "io/jenkins/plugins/austa/library"))
        .home(folder.newFolder().toPath())
        .build()
        .run();
  }

  private static String log(HostResult run) throws Exception {
    return Files.readString(run.log());
  }
}
