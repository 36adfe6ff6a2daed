package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import org.junit.Rule;
import org.junit.Test;

public class UnsaveableProgramTest {
  @Rule public final HostRule pipeline = new HostRule();

  private void fails(String jenkinsfile, String... words) throws Exception {
    HostResult result = pipeline.run(jenkinsfile);
    assertEquals(pipeline.text(), Result.FAILURE, result.result());
    for (String word : words) {
      assertTrue(word + " is missing in\n" + pipeline.text(), pipeline.text().contains(word));
    }
  }

  @Test
  public void namesALocalVariableAndTheLine() throws Exception {
    fails(
        """
        node {
          def matcher = 'a' =~ /a/
          sh 'sleep 30'
        }
        """,
        "while it waits for 'sh' at Jenkinsfile:3",
        "the local variable 'matcher' holds a java.util.regex.Matcher");
  }

  @Test
  public void namesTheWayInsideAMap() throws Exception {
    fails(
        "def m = [list: [1, new Object()]]\nsleep 30",
        "the local variable 'm' (in list[1]) holds a java.lang.Object");
  }

  @Test
  public void namesTheVariableOfALibraryScript() throws Exception {
    pipeline.variable("build", "def call() {\n  def lock = new Object()\n  sleep 30\n}");
    fails("build()", "at vars/build.groovy:3", "the local variable 'lock'");
  }

  @Test
  public void namesTheVariableThatAClosureHolds() throws Exception {
    fails("def o = new Object()\nparallel(a: { sleep 30 }, b: { sleep 30; echo \"$o\" })", "'o'");
  }

  @Test
  public void namesABindingVariable() throws Exception {
    fails("thing = new Object()\nsleep 30", "the script variable 'thing'");
  }

  @Test
  public void rangesCannotBeSavedAsInJenkins() throws Exception {
    fails("(1..2).each { sleep 30 }", "holds a groovy.lang.IntRange");
  }

  @Test
  public void catchingItDoesNotSaveTheRun() throws Exception {
    fails("def o = new Object()\ntry { sleep 30 } catch (e) { o = null }\necho 'on'", "'o'");
  }
}
