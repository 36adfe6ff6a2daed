package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.Secret;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CredentialsTest {
  @Rule public final HostRule pipeline = new HostRule();
  private HostJenkins jenkins;

  @Before
  public void keepCredentials() throws Exception {
    jenkins =
        HostJenkins.install(
                pipeline.home().toFile(), Thread.currentThread().getContextClassLoader())
            .add(
                new StringCredentialsImpl(
                    CredentialsScope.GLOBAL, "token", "", Secret.fromString("s3cr3t-t0ken")))
            .add(
                new UsernamePasswordCredentialsImpl(
                    CredentialsScope.GLOBAL, "login", "", "robot", "pa55word"))
            .add(
                new FileCredentialsImpl(
                    CredentialsScope.GLOBAL,
                    "kube",
                    "",
                    "config",
                    SecretBytes.fromRawBytes("clusters: []".getBytes(StandardCharsets.UTF_8))));
  }

  @After
  public void close() {
    jenkins.close();
  }

  @Test
  public void bindsVariablesAndMasksThem() throws Exception {
    HostResult result =
        pipeline.succeed(
            """
            node {
              withCredentials([string(credentialsId: 'token', variable: 'TOKEN'),
                               usernamePassword(credentialsId: 'login', usernameVariable: 'U', passwordVariable: 'P'),
                               file(credentialsId: 'kube', variable: 'KUBECONFIG')]) {
                sh 'echo "t=$TOKEN p=$P u=$U"; test "$TOKEN" = s3cr3t-"t0ken"; test "$(cat $KUBECONFIG)" = "clusters: []"'
                echo "length ${env.TOKEN.length()}"
              }
              sh 'test -z "$TOKEN"'
            }
            """);
    assertTrue(pipeline.text(), pipeline.log().contains("t=**** p=**** u=****"));
    assertTrue(pipeline.log().contains("length 12"));
    assertFalse(Files.readString(result.log()).contains("s3cr3t-t0ken"));
    assertEquals(3, jenkins.uses().size());
  }

  @Test
  public void secretsAreNeverSavedWithTheProgramAndTheirFilesGo() throws Exception {
    pipeline.succeed(
        """
        node {
          withCredentials([string(credentialsId: 'token', variable: 'TOKEN'), file(credentialsId: 'kube', variable: 'K')]) {
            sleep time: 20, unit: 'MILLISECONDS'
            sh 'grep -c s3cr3t-"t0ken" ../program.dat || echo not saved'
          }
        }
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("not saved"));
    try (Stream<java.nio.file.Path> left = Files.list(pipeline.home().resolve("secrets"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  public void secretsThatWereNotBoundAreMaskedToo() throws Exception {
    pipeline.succeed("echo 'the password is pa55word, in Base64 cGE1NXdvcmQ='");
    assertTrue(pipeline.log().contains("the password is ****, in Base64 ****"));
  }

  @Test
  public void warnsOfSecretsPutIntoArgumentsByGroovy() throws Exception {
    pipeline.succeed(
        """
        node {
          withCredentials([string(credentialsId: 'token', variable: 'TOKEN')]) {
            sh "test -n '${env.TOKEN}'"
            sh 'test -n "$TOKEN"'
          }
        }
        """);
    assertEquals(
        1,
        pipeline.log().stream()
            .filter(line -> line.contains("passed to sh by Groovy string interpolation (TOKEN)"))
            .count());
  }

  @Test
  public void missingCredentialsAreNamed() throws Exception {
    pipeline.run("withCredentials([string(credentialsId: 'tokn', variable: 'T')]) { }");
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("Could not find credentials entry with ID 'tokn'"));
    pipeline.run("withCredentials([string(credentialsId: 'login', variable: 'T')]) { }");
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("Credentials 'login' is not of type 'StringCredentials'"));
  }

  @Test
  public void withEnvSetsRemovesAndPrepends() throws Exception {
    pipeline.succeed(
        """
        withEnv(['A=1', 'PATH+X=/opt/x']) {
          withEnv(['A=', 'B=two words']) { node { sh 'echo "a=$A b=$B"' } }
          echo "A is ${env.A}"
          node { sh 'echo "$PATH" | cut -d: -f1' }
        }
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("a= b=two words"));
    assertTrue(pipeline.log().contains("A is 1"));
    assertTrue(pipeline.text(), pipeline.log().contains("/opt/x"));
  }
}
