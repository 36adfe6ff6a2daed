package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import org.junit.Rule;
import org.junit.Test;

public class WrongUseTest {
  @Rule public final HostRule pipeline = new HostRule();

  private void fails(String jenkinsfile, String message) throws Exception {
    HostResult result = pipeline.run(jenkinsfile);
    assertEquals(pipeline.text(), Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.text().contains(message));
    assertFalse(pipeline.text(), pipeline.text().contains("\tat "));
  }

  @Test
  public void anUnknownStepNamesTheNearest() throws Exception {
    fails(
        "echo 'a'\necoh 'b'",
        "There is no step or library variable 'ecoh' - did you mean 'echo'? (at Jenkinsfile:2)");
  }

  @Test
  public void anUnknownStepNamesTheNearestLibraryVariable() throws Exception {
    pipeline.variable("austaDeploy", "def call() { austaDeplyo() }");
    fails(
        "austaDeploy()",
        "'austaDeplyo' - did you mean 'austaDeploy'? (at vars/austaDeploy.groovy:1)");
  }

  @Test
  public void anUnknownParameterNamesTheNearest() throws Exception {
    fails(
        "node {\n sh(script: 'true', returnStdOut: true)\n}",
        "sh has no parameter 'returnStdOut' - did you mean 'returnStdout'?");
    assertTrue(pipeline.text(), pipeline.text().contains("(at Jenkinsfile:2)"));
  }

  @Test
  public void aValueOfTheWrongTypeIsNamed() throws Exception {
    fails("sleep(time: 'long')", "sleep, parameter 'time' wants int, not String (long)");
  }

  @Test
  public void aWrongEnumConstantNamesTheNearest() throws Exception {
    fails("sleep(time: 1, unit: 'SECOND')", "did you mean 'SECONDS'?");
  }

  @Test
  public void argumentsWithoutNamesAreRefusedWhereTheyAreAmbiguous() throws Exception {
    fails(
        "node { writeFile 'a', 'b' }", "writeFile wants its arguments by name: writeFile(file: …");
  }

  @Test
  public void aStepThatNeedsAWorkspaceSaysSo() throws Exception {
    fails("sh 'true'", "sh needs an agent with a workspace: put it inside node { … }");
  }

  @Test
  public void aBlockStepNeedsItsBody() throws Exception {
    fails("stage 'old'", "stage must be called with a body: { … }");
  }

  @Test
  public void declarativeSyntaxIsRefused() throws Exception {
    fails("pipeline { agent any\n stages { } }", "Jenkinsfile:1:1: this is a declarative pipeline");
  }

  @Test
  public void compileErrorsAreShownWithFileLineAndColumn() throws Exception {
    fails("echo 'a'\nif (", "ERROR: Jenkinsfile:2:");
  }

  @Test
  public void compileErrorsOfLibraryScriptsAreShownWithTheirFile() throws Exception {
    pipeline.variable("bad", "def call() {\n  def x = )\n}");
    fails("bad()", "vars/bad.groovy:2:");
  }

  @Test
  public void aMissingPropertyIsNamed() throws Exception {
    fails("echo nothing", "No such property: nothing");
  }

  @Test
  public void anExceptionOfTheProgramIsShownWithItsPlace() throws Exception {
    fails("def m = null\n\nm.size()", "(at Jenkinsfile:3)");
  }

  @Test
  public void batIsRefused() throws Exception {
    fails("node { bat 'dir' }", "bat needs a Windows agent, and this host has none: use sh");
  }
}
