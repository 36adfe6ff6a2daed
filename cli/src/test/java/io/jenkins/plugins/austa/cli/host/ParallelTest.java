package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ParallelTest {
  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void returnsTheValueOfEachBranch() throws Exception {
    pipeline.succeed(
        """
        def values = parallel(one: { node { sh(script: 'echo 1', returnStdout: true).trim() } },
                              two: { 2 })
        echo "values ${values.one} ${values.two}"
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("values 1 2"));
  }

  @Test
  public void runsBranchesAtTheSameTime() throws Exception {
    HostResult result =
        pipeline.succeed(
            """
            node {
              parallel(
                writer: { sh 'mkfifo pipe.tmp && mv pipe.tmp pipe; echo through > pipe' },
                reader: { sh 'until [ -p pipe ]; do sleep 0.05; done; cat pipe' })
            }
            """);
    assertTrue(pipeline.log().contains("[reader] through"));
    assertEquals(List.of("writer", "reader"), names(result.stages()));
  }

  @Test
  public void otherBranchesGoOnWhenOneFailsWithoutFailFast() throws Exception {
    HostResult result =
        pipeline.run(
            """
            parallel(bad: { error 'broken' }, good: { sleep time: 20, unit: 'MILLISECONDS'; echo 'finished' })
            """);
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.log().contains("[good] finished"));
    assertTrue(pipeline.log().contains("ERROR: broken (at Jenkinsfile:1)"));
    assertEquals(Result.SUCCESS, result.stages().get(1).result());
  }

  @Test
  public void failFastStopsTheOtherBranches() throws Exception {
    HostResult result =
        pipeline.run(
            """
            parallel(slow: { node { sh 'sleep 60' } }, bad: { error 'broken' }, failFast: true)
            """);
    assertEquals(Result.FAILURE, result.result());
    assertTrue(result.duration().compareTo(Duration.ofSeconds(30)) < 0);
    assertEquals(Result.ABORTED, result.stages().get(0).result());
    assertEquals(Result.FAILURE, result.stages().get(1).result());
  }

  @Test
  public void theWorstOfSeveralFailuresIsThrownAndNamesTheOthers() throws Exception {
    HostResult result =
        pipeline.run("parallel(a: { error 'first' }, b: { throw new RuntimeException('worse') })");
    assertEquals("worse", result.failure().orElseThrow().getMessage());
    assertTrue(pipeline.text(), pipeline.log().contains("  also: first (at Jenkinsfile:1)"));
  }

  @Test
  public void nests() throws Exception {
    HostResult result =
        pipeline.succeed(
            """
            stage('Test') {
              parallel(
                backend: { parallel(lint: { echo 'l' }, unit: { stage('Inner') { sleep time: 5, unit: 'MILLISECONDS' } }) },
                frontend: { echo 'f' })
            }
            """);
    StageRecord backend = result.stages().get(0).children().get(0);
    assertEquals(List.of("lint", "unit"), names(backend.children()));
    assertTrue(backend.branch());
    StageRecord inner = backend.children().get(1).children().get(0);
    assertEquals("Inner", inner.name());
    assertFalse(inner.branch());
    assertTrue(inner.duration().compareTo(Duration.ofMillis(5)) >= 0);
    assertTrue(pipeline.log().contains("[Test/backend/lint] l"));
  }

  @Test
  public void countsFlowNodesAsJenkinsDoes() throws Exception {
    HostResult result = pipeline.succeed("stage('S') { parallel(a: { echo '1' }, b: { }) }");
    // start, end; stage 2 + 2; parallel 2 + 2 x 2; echo 1
    assertEquals(13, result.flowNodes());
    assertEquals(3, result.cpsSteps());
  }

  @Test
  public void refusesWhatIsNoBranch() throws Exception {
    pipeline.run("parallel(a: { }, fastFail: 'yes')");
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("parallel takes closures by name and failFast, not fastFail"));
  }

  static List<String> names(List<StageRecord> stages) {
    return stages.stream().map(StageRecord::name).toList();
  }
}
