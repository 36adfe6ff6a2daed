package io.jenkins.plugins.austa.cli.scene;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.deploy.ReleaseTarget;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.rollout.OnInconclusive;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same environment as somebody sees it who is not the run: whoever deployed before, or comes in
 * between.
 */
final class OtherRollout implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final KubernetesClient client;
  private final RolloutTarget target;
  private final Router router;
  private final Rollout rollout;

  OtherRollout(Scene scene, PipelinePlan plan, DeploymentPlan deployment, String holder) {
    this.client = scene.cluster().client();
    this.target = ReleaseTarget.of(plan, deployment, scene.cluster().publicEntry());
    this.router = ReleaseRouter.of(deployment, client, target);
    // Nobody uses the platform yet, so there is no error rate to wait for.
    RolloutSettings settings =
        RolloutSettings.builder()
            .pollInterval(Duration.ofMillis(50))
            .verifyInterval(Duration.ofMillis(50))
            .verifyWindow(Duration.ofMillis(100))
            .onInconclusive(OnInconclusive.HOLD)
            .drain(Duration.ZERO)
            .build();
    this.rollout =
        new Rollout(
            target,
            settings,
            client,
            router,
            query -> CompletableFuture.completedFuture(MetricValue.value(0)),
            scheduler,
            Clock.systemUTC(),
            holder,
            line -> {});
  }

  KubernetesClient client() {
    return client;
  }

  RolloutTarget target() {
    return target;
  }

  Router router() {
    return router;
  }

  Rollout rollout() {
    return rollout;
  }

  /**
   * Waits for an operation.
   *
   * @param what it is, as in "… failed"
   */
  static <T> T await(CompletableFuture<T> operation, String what)
      throws IOException, InterruptedException {
    try {
      return operation.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(what + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    rollout.close();
    scheduler.shutdownNow();
    client.close();
  }
}
