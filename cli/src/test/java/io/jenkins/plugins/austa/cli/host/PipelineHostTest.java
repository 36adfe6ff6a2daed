package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class PipelineHostTest {
  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void runsStagesBranchesShellAndLibraryVariables() throws Exception {
    pipeline.variable("greet", "def call(String who) { sh \"echo hello $who\" }");
    HostResult result =
        pipeline.succeed(
            """
            stage('One') {
              node {
                parallel(a: { greet('a') }, b: { greet('b') })
              }
            }
            echo 'done'
            """);
    assertTrue(pipeline.text(), pipeline.log().contains("[One/a] hello a"));
    assertTrue(pipeline.log().contains("[One/a] + echo hello a"));
    assertTrue(pipeline.log().contains("[One/b] hello b"));
    assertTrue(pipeline.log().contains("done"));
    assertEquals(6, result.cpsSteps());
    assertEquals(List.of("a", "b"), names(result.stages().get(0).children()));
  }

  @Test
  public void tellsTheObserverEverythingInOrder() throws Exception {
    pipeline.run(
        "stage('A') { parallel(x: { echo '1' }, failFast: true) }\nstage('B') { error 'e' }");
    assertEquals(
        List.of(
            "step stage",
            "stage A",
            "step parallel",
            "branch A/x",
            "step echo",
            "end A/x SUCCESS",
            "end A SUCCESS",
            "step stage",
            "stage B",
            "step error",
            "end B FAILURE"),
        pipeline.events());
  }

  @Test
  public void measuresStages() throws Exception {
    HostResult result =
        pipeline.succeed(
            "stage('Slow') { sleep time: 30, unit: 'MILLISECONDS' }\nstage('Quick') { }");
    assertTrue(result.stages().get(0).duration().toMillis() >= 30);
    assertTrue(result.stages().get(1).start().compareTo(result.stages().get(0).start()) > 0);
  }

  @Test
  public void aHostRunsOnce() throws Exception {
    PipelineHost host = pipeline.host("echo 'x'");
    host.run();
    assertThrows(IllegalStateException.class, host::run);
  }

  @Test
  public void aMissingJenkinsfileIsNamed() throws Exception {
    PipelineHost host =
        PipelineHost.builder().workspace(pipeline.sources()).home(pipeline.home()).build();
    NoSuchFileException e = assertThrows(NoSuchFileException.class, host::run);
    assertTrue(
        e.getMessage(), e.getMessage().endsWith("Jenkinsfile: there is no Jenkinsfile here"));
  }

  private static List<String> names(List<StageRecord> stages) {
    return stages.stream().map(StageRecord::name).toList();
  }
}
