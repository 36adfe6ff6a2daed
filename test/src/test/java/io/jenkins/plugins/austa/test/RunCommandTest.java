package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code austa run} on repositories of all kinds, and wrong use. */
public class RunCommandTest {
  @Rule public final TemporaryFolder repository = new TemporaryFolder();

  @Test
  public void runsAnyJenkinsfile() throws Exception {
    write("Jenkinsfile", "stage('Hello') { node { checkout scm; sh 'cat greeting.txt' } }\n");
    write("greeting.txt", "good morning\n");

    AustaProcess run = AustaProcess.run("hello", "run", folder());

    assertEquals(run.output(), 0, run.exitCode());
    assertTrue(run.output(), run.output().contains("good morning"));
    assertEquals("Hello", run.report().stages().get(0).name());
  }

  @Test
  public void aFailingPipelineEndsWithOne() throws Exception {
    write("Jenkinsfile", "node { sh 'exit 3' }\n");

    AustaProcess run = AustaProcess.run("failing", "run", folder());

    assertEquals(run.output(), 1, run.exitCode());
    assertTrue(run.output(), run.output().contains("exit code 3"));
  }

  @Test
  public void tellsAllMistakesOfAConfigurationAtOnceAndEndsWithTwo() throws Exception {
    write("Jenkinsfile", "austaPipeline()\n");
    write("austa.yaml", "platfrom: x\nsecurity: {threshold: none}\nbuild: {platforms: 7}\n");

    AustaProcess run = AustaProcess.run("mistakes", "run", folder());

    assertEquals(run.output(), 2, run.exitCode());
    assertTrue(run.output(), run.output().contains("3 mistakes in the configuration"));
    assertTrue(run.output(), run.output().contains("austa.yaml:1: platfrom"));
    assertTrue(run.output(), run.output().contains("did you mean \"platform\"?"));
    assertTrue(run.output(), run.output().contains("austa.yaml:2: security.threshold"));
    assertTrue(run.output(), run.output().contains("austa.yaml:3: build.platforms"));
  }

  @Test
  public void aRepositoryWithNothingToDeliverIsAWrongConfiguration() throws Exception {
    write("Jenkinsfile", "austaPipeline()\n");

    AustaProcess run = AustaProcess.run("nothing", "run", folder());

    assertEquals(run.output(), 2, run.exitCode());
    assertTrue(run.output(), run.output().contains("nothing to deliver"));
  }

  @Test
  public void namesTheNearestStep() throws Exception {
    write("Jenkinsfile", "node { echoo 'x' }\n");

    AustaProcess run = AustaProcess.run("nearest", "run", folder());

    assertEquals(run.output(), 1, run.exitCode());
    assertTrue(run.output(), run.output().contains("echo"));
  }

  @Test
  public void wrongUseEndsWithTwoAndSaysWhatIsAllowed() throws Exception {
    AustaProcess noJenkinsfile = AustaProcess.run("no-jenkinsfile", "run", folder());
    AustaProcess unknownFault = AustaProcess.run("unknown-fault", "demo", "--fault", "earthquake");
    AustaProcess unknownAnswer =
        AustaProcess.run("unknown-answer", "demo", "--approve", "production=maybe");

    assertEquals(noJenkinsfile.output(), 2, noJenkinsfile.exitCode());
    assertTrue(noJenkinsfile.output().contains("there is no Jenkinsfile"));
    assertEquals(unknownFault.output(), 2, unknownFault.exitCode());
    assertTrue(unknownFault.output(), unknownFault.output().contains("error-spike"));
    assertEquals(unknownAnswer.output(), 2, unknownAnswer.exitCode());
    assertTrue(
        unknownAnswer.output(), unknownAnswer.output().contains("allowed are yes, no and ask"));
  }

  @Test
  public void everyCommandHasHelp() throws Exception {
    for (String command : new String[] {"demo", "run"}) {
      AustaProcess help = AustaProcess.run("help-" + command, command, "--help");
      assertEquals(help.output(), 0, help.exitCode());
      assertTrue(help.output(), help.output().contains("Exit codes:"));
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(repository.getRoot().toPath().resolve(name), text);
  }

  private String folder() {
    return repository.getRoot().getAbsolutePath();
  }
}
