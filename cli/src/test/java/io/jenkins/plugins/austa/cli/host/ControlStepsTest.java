package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import org.junit.Rule;
import org.junit.Test;

public class ControlStepsTest {
  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void retryTriesAgainAndReturnsTheValue() throws Exception {
    pipeline.succeed(
        """
        int n = 0
        def value = retry(3) { n++; if (n < 3) { error "try $n" }; "value $n" }
        echo value
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("value 3"));
    assertTrue(pipeline.log().contains("ERROR: try 1"));
    assertTrue(pipeline.log().contains("Retrying"));
  }

  @Test
  public void retryGivesUpWithTheLastFailure() throws Exception {
    HostResult result = pipeline.run("int n = 0\nretry(2) { n++; error \"try $n\" }");
    assertEquals("try 2", result.failure().orElseThrow().getMessage());
  }

  @Test
  public void aTimeoutInsideRetryIsTriedAgainButAnAbortIsNot() throws Exception {
    pipeline.run(
        "int n = 0\nretry(2) { echo \"try ${++n}\"; timeout(time: 20, unit: 'MILLISECONDS') { sleep 30 } }");
    assertTrue(pipeline.text(), pipeline.log().contains("try 2"));
    HostResult outer =
        pipeline.run(
            "timeout(time: 50, unit: 'MILLISECONDS') { retry(2) { echo 'once'; sleep 30 } }");
    assertEquals(Result.ABORTED, outer.result());
    assertEquals(1, pipeline.log().stream().filter("once"::equals).count());
  }

  @Test
  public void timeoutLetsQuickBodiesPass() throws Exception {
    pipeline.succeed("echo timeout(time: 1, unit: 'MINUTES') { 'quick' }");
    assertTrue(pipeline.log().contains("quick"));
  }

  @Test
  public void timeoutOnSilenceCountsFromTheLastLine() throws Exception {
    pipeline.succeed(
        """
        timeout(time: 1500, unit: 'MILLISECONDS', activity: true) {
          for (int i = 0; i < 20; i++) { sleep time: 100, unit: 'MILLISECONDS' }
        }
        """);
    HostResult silent =
        pipeline.run("timeout(time: 50, unit: 'MILLISECONDS', activity: true) { sleep 30 }");
    assertEquals(Result.ABORTED, silent.result());
  }

  @Test
  public void waitUntilRunsItsBodyUntilItIsTrue() throws Exception {
    pipeline.succeed(
        "int n = 0\nwaitUntil(initialRecurrencePeriod: 5) { ++n == 3 }\necho \"after $n\"");
    assertTrue(pipeline.log().contains("after 3"));
    assertTrue(pipeline.log().contains("Will try again after 5 ms"));
  }

  @Test
  public void catchErrorSetsResultsAndGoesOn() throws Exception {
    HostResult result =
        pipeline.run(
            """
            stage('A') {
              catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE', message: 'tests failed') { error 'x' }
            }
            stage('B') { echo "still ${currentBuild.currentResult}" }
            """);
    assertEquals(Result.UNSTABLE, result.result());
    assertEquals(Result.FAILURE, result.stages().get(0).result());
    assertEquals(Result.SUCCESS, result.stages().get(1).result());
    assertTrue(pipeline.log().contains("[A] ERROR: tests failed"));
    assertTrue(pipeline.log().contains("[B] still UNSTABLE"));
  }

  @Test
  public void catchErrorWithoutArgumentsFailsTheRunOnly() throws Exception {
    HostResult result = pipeline.run("stage('A') { catchError { error 'x' } }\necho 'on'");
    assertEquals(Result.FAILURE, result.result());
    assertEquals(Result.SUCCESS, result.stages().get(0).result());
    assertTrue(pipeline.log().contains("on"));
    assertFalse(result.failure().isPresent());
  }

  @Test
  public void catchErrorRefusesUnknownResults() throws Exception {
    pipeline.run("catchError(buildResult: 'BAD') { }");
    assertTrue(pipeline.text(), pipeline.text().contains("buildResult 'BAD' is none of SUCCESS"));
  }

  @Test
  public void warnErrorAndUnstableMarkStageAndRun() throws Exception {
    HostResult result =
        pipeline.run(
            """
            stage('W') { warnError('warned') { node { sh 'exit 1' } } }
            stage('U') { unstable 'shaky' }
            """);
    assertEquals(Result.UNSTABLE, result.result());
    assertEquals(Result.UNSTABLE, result.stages().get(0).result());
    assertEquals(Result.UNSTABLE, result.stages().get(1).result());
    assertTrue(pipeline.log().contains("[U] WARNING: shaky"));
  }

  @Test
  public void lockLetsOneBranchInAtATime() throws Exception {
    pipeline.succeed(
        """
        def inside = 0, most = 0
        def enter = { lock(resource: 'db', variable: 'HELD') {
          inside++; most = Math.max(most, inside); sleep time: 10, unit: 'MILLISECONDS'; inside--
          echo "holding ${env.HELD}" } }
        parallel(a: { enter() }, b: { enter() }, c: { enter() })
        echo "most $most"
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("most 1"));
    assertTrue(pipeline.log().contains("[b] [db] is locked, waiting..."));
    assertTrue(pipeline.log().contains("[c] holding db"));
  }

  @Test
  public void milestonesMustGrow() throws Exception {
    pipeline.run("milestone 1\nmilestone()\nmilestone 2");
    assertTrue(pipeline.text(), pipeline.log().contains("Reached milestone 2"));
    assertTrue(pipeline.text().contains("ERROR: milestone 2 comes after milestone 2"));
  }

  @Test
  public void currentBuildAndParamsAreThere() throws Exception {
    pipeline.configured(b -> b.parameter("TARGET", "staging").parameter("DRY", true));
    HostResult result =
        pipeline.succeed(
            """
            properties([disableConcurrentBuilds(), parameters([
              string(name: 'TARGET', defaultValue: 'x'), booleanParam(name: 'NEW', defaultValue: true),
              choice(name: 'C', choices: ['one', 'two'])])])
            currentBuild.displayName = 'release 7'
            currentBuild.description = 'by hand'
            def cause = currentBuild.getBuildCauses('hudson.model.Cause$UserIdCause')[0].userId
            echo "${params.TARGET} ${params.DRY} ${params.NEW} ${params.C} ${currentBuild.number} $cause $TARGET"
            currentBuild.result = 'SUCCESS'
            """);
    assertTrue(pipeline.text(), pipeline.log().contains("staging true true one 1 ada staging"));
    assertEquals("release 7", result.run().getDisplayName());
  }
}
