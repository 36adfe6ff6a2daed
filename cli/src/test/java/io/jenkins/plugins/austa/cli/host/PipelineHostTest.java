package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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

  private static List<String> names(List<StageRecord> stages) {
    return stages.stream().map(StageRecord::name).toList();
  }
}
