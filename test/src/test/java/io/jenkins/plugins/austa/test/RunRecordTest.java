package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import io.jenkins.plugins.austa.engine.report.StageReport;
import io.jenkins.plugins.austa.plugin.run.FlowReader;
import io.jenkins.plugins.austa.plugin.run.FlowSummary;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/**
 * What a run says of itself: the stages in {@code run.json} as the step wrote it, from the graph of
 * the run. The same class reads the graph of a real controller.
 */
public class RunRecordTest {
  private static final String PLANNED =
      """
      stage('Test') { node {
        checkout scm
        austaPlan()
        %s
      } }
      stage('Report') { node {
        austaReport()
        archiveArtifacts '.austa/report/**'
      } }
      """;

  @Rule public final SmallPipelines pipelines = new SmallPipelines();

  @Test
  public void nestsStagesAndBranches() throws Exception {
    RunReport report =
        record(
            """
            parallel(
              frontend: { parallel('lint': { sh 'true' }, 'unit': { sh 'true' }) },
              backend: { stage('inner') { sh(label: 'not a stage', script: 'true') } })
            """);

    assertEquals(
        "Test(frontend(lint unit) backend(inner)) Report", StageText.names(report.stages()));
    assertEquals(
        "SUCCESS(SUCCESS(SUCCESS SUCCESS) SUCCESS(SUCCESS)) SUCCESS",
        StageText.results(report.stages()));
  }

  @Test
  public void countsEachCallOfAStepOnce() throws Exception {
    RunReport report = record("retry(3) { echo 'once' }\n parallel(a: { echo 'a' }, b: {})");

    // stage node checkout austaPlan retry echo parallel echo stage node austaReport
    assertEquals(11, report.cpsSteps());
  }

  /** The numbers and words are those that Jenkins 2.568.1 wrote for this pipeline. */
  @Test
  public void isWhatARealControllerWritesForTheSamePipeline() throws Exception {
    HostResult run =
        pipelines.run(
            """
            node {
              writeFile file: 'austa.yaml', text: '''platform: shop
            security: {scanners: [npm-audit]}
            services: {frontend: {install: none, checks: {unit: {run: 'true'}}}}
            '''
              writeFile file: 'frontend/package.json', text: '{}'
            }
            stage('Test') { node {
              austaPlan()
              parallel(
                frontend: { parallel('lint': { sh 'true' }, 'unit': { sh 'true' }) },
                backend: { stage('inner') { sh(label: 'not a stage', script: 'true') } })
              try { stage('a') { error 'no good' } } catch (err) { echo 'caught' }
              stage('b') { unstable 'so-so' }
              retry(3) { echo 'once' }
              catchError(buildResult: 'SUCCESS', stageResult: 'UNSTABLE') { stage('c') { error 'c broke' } }
              parallel(a: { echo 'a' }, b: {})
            } }
            stage('Report') { node {
              austaReport()
              archiveArtifacts '.austa/report/**'
            } }
            """);

    RunReport report = RunReportJson.read(SmallPipelines.archived(run));
    assertEquals(27, report.cpsSteps());
    assertEquals(72, report.flowNodes());
    assertEquals("UNSTABLE", report.result());
    assertEquals(
        "Test(frontend(lint unit) backend(inner) a b c a b) Report",
        StageText.names(report.stages()));
    assertEquals(
        "UNSTABLE(SUCCESS(SUCCESS SUCCESS) SUCCESS(SUCCESS) FAILURE UNSTABLE FAILURE SUCCESS SUCCESS)"
            + " SUCCESS",
        StageText.results(report.stages()));
    assertEquals("so-so", report.stages().get(0).children().get(3).error());
    assertNull(report.stages().get(0).error());
  }

  @Test
  public void aCaughtErrorStaysInItsOwnStage() throws Exception {
    RunReport report =
        record(
            """
            try { stage('a') { error 'no good' } } catch (err) { echo 'caught' }
            stage('b') { unstable 'so-so' }
            """);

    StageReport test = report.stages().get(0);
    assertEquals("UNSTABLE", test.result());
    assertEquals("FAILURE UNSTABLE", StageText.results(test.children()));
    assertEquals("no good", test.children().get(0).error());
  }

  @Test
  public void aBranchThatStillRunsHasNoResult() throws Exception {
    HostResult run =
        pipelines.run(
            """
            node { checkout scm; austaPlan() }
            def written = false
            parallel(
              waits: { waitUntil { written } },
              reports: { node { austaReport(); archiveArtifacts '.austa/report/**' }; written = true })
            """);

    List<StageReport> stages = RunReportJson.read(SmallPipelines.archived(run)).stages();
    assertEquals("waits reports", StageText.names(stages));
    assertNull(stages.get(0).result());
    assertEquals("SUCCESS", stages.get(1).result());
  }

  @Test
  public void aLongRunIsReadOnceAndQuickly() throws Exception {
    HostResult run = pipelines.run("for (int i = 0; i < 1100; i++) { stage('s' + i) { echo '' } }");

    FlowSummary flow = FlowReader.read(run.flow(), null, run.run().getStartTimeInMillis());

    assertEquals(2_200, flow.steps());
    assertEquals(run.cpsSteps(), flow.steps());
    assertEquals(1_000, flow.stages().stages().size());
    assertEquals(100, flow.stages().omitted());
  }

  private RunReport record(String checks) throws Exception {
    HostResult run = pipelines.run(PLANNED.formatted(checks));
    assertTrue(pipelines.log(run), run.failure().isEmpty());
    return RunReportJson.read(SmallPipelines.archived(run));
  }
}
