package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.deploy.HelmHistory;
import io.jenkins.plugins.austa.engine.deploy.HelmRevision;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.deploy.SmokeTest;
import io.jenkins.plugins.austa.engine.health.Await;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Deploys to an environment that is replaced pod by pod: Helm, then the smoke test. */
record RollingDeploy(HandEnvironment environment, HandCluster cluster, Consumer<String> log) {

  /** Does it. */
  HandResult run(Map<String, String> images) throws IOException, InterruptedException {
    DeploymentPlan deployment = environment.deployment();
    try (Installation installation = Installation.of(values(images));
        LetHelmFinish untilFinished = LetHelmFinish.of(log)) {
      log.accept("Installing " + deployment.release() + " in " + deployment.namespace());
      installation.install(cluster, deployment, true);
    }
    SignalVerdict verdict = smokeTest();
    boolean well = verdict instanceof SignalVerdict.Passed;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", deployment.environment());
    data.put("version", environment.plan().version());
    data.put("images", images);
    return HandResult.of(
        well, (well ? "" : deployment.environment() + " is not well: ") + verdict.reason(), data);
  }

  /** What the chart is given. */
  ReleaseValues values(Map<String, String> images) {
    return Values.rolling(environment, nextNumber(), images);
  }

  private SignalVerdict smokeTest() throws IOException, InterruptedException {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    ExecutorService calls = Executors.newFixedThreadPool(2);
    try {
      Await await = new Await(scheduler, Clock.systemUTC(), calls);
      return HandRollout.await(
          new SmokeTest(cluster.client(), await, calls)
              .run(environment.deployment(), environment.plan().services()));
    } finally {
      scheduler.shutdownNow();
      calls.shutdownNow();
    }
  }

  /** Helm's own count tells one deployment from the next. */
  private int nextNumber() {
    DeploymentPlan deployment = environment.deployment();
    return new HelmHistory(cluster.client(), deployment.namespace())
            .of(deployment.release()).stream().mapToInt(HelmRevision::version).max().orElse(0)
        + 1;
  }
}
