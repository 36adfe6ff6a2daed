package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.austa.cli.scene.DemoScene;
import io.jenkins.plugins.austa.cli.scene.DemoSources;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The sample platform delivered by a real controller to the sandbox cluster, with users on it from
 * the beginning to the end.
 */
final class Performance implements AutoCloseable {
  static final String INPUT = "approve-production";
  static final Duration LONG = Duration.ofMinutes(5);
  private static final String APPROVER = "bob";

  private final Controller controller;
  private final DemoScene scene;
  private final GitRepository repository;
  private final Job job;
  private final Traffic traffic;

  private Performance(
      Controller controller, DemoScene scene, GitRepository repository, Job job, Traffic traffic) {
    this.controller = controller;
    this.scene = scene;
    this.repository = repository;
    this.job = job;
    this.traffic = traffic;
  }

  static Performance begin(Controller controller, DemoSources demo, Path home, String name)
      throws Exception {
    DemoScene scene = DemoScene.set(demo, home.resolve("scene"));
    try {
      SceneSettings.apply(scene.scene(), demo.sources().tag(), controller);
      GitRepository repository = GitRepository.of(demo.sources().folder());
      Job job = controller.admin().job(name, JobXml.fromRepository(repository.folder()));
      return new Performance(controller, scene, repository, job, scene.traffic());
    } catch (IOException | InterruptedException e) {
      scene.close();
      throw e;
    }
  }

  DemoScene scene() {
    return scene;
  }

  GitRepository repository() {
    return repository;
  }

  Job job() {
    return job;
  }

  /** Waits for the approval of production and gives it, as somebody else than who started it. */
  void approve(Build build) throws IOException, InterruptedException {
    awaitApproval(build);
    assertEquals(200, build.as(controller.as(APPROVER)).proceed(INPUT).statusCode());
  }

  /** Waits until somebody has to approve production. */
  void awaitApproval(Build build) throws IOException, InterruptedException {
    build.awaitLog("Deploy or Abort", LONG);
  }

  /** Who serves users now, as the record on the cluster says. */
  RolloutReport serving() throws IOException, InterruptedException {
    return scene.serving().orElseThrow();
  }

  /** Sends users home; no request of theirs may have been lost. */
  TrafficReport assertNothingLost() {
    TrafficReport report = traffic.stop();
    assertEquals(report.reasons().toString(), 0, report.failed());
    return report;
  }

  /** Sends users home. */
  TrafficReport endTraffic() {
    return traffic.stop();
  }

  /** The run's own report. */
  static RunReport report(Build build) throws IOException, InterruptedException {
    return RunReportJson.fromJson(build.artifact(".austa/report/run.json").orElseThrow());
  }

  @Override
  public void close() throws IOException {
    traffic.close();
    scene.close();
  }
}
