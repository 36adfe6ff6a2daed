package io.jenkins.plugins.austa.plugin.rollout;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.access.SharedClients;
import io.jenkins.plugins.austa.engine.deploy.RecordedRelease;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.deploy.ReleaseSettings;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import io.jenkins.plugins.austa.engine.rollout.StatusReader;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jenkins.util.Timer;

/** A rollout with its connection to the cluster, for as long as one step needs it. */
public final class OpenRollout implements AutoCloseable {
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(10);

  private final SharedClients.Lease cluster;
  private final RolloutTarget target;
  private final Router router;
  private final Rollout rollout;

  private OpenRollout(
      SharedClients.Lease cluster, RolloutTarget target, Router router, Rollout rollout) {
    this.cluster = cluster;
    this.target = target;
    this.router = router;
    this.rollout = rollout;
  }

  /**
   * Opens the rollout of an environment as one build sees it.
   *
   * @throws DeliveryFailedException when the administrator has not said where the environment is
   */
  public static OpenRollout of(Run<?, ?> run, String environment, TaskListener listener)
      throws IOException {
    AustaAction action = AustaAction.of(run);
    PipelinePlan plan = action.plan();
    DeploymentPlan deployment = action.deployment(environment);
    EnvironmentSite site = site(environment);
    SharedClients.Lease cluster = Cluster.open(site, run);
    try {
      RolloutTarget target = RolloutTargetOf.target(plan, deployment, site);
      Router router = ReleaseRouter.of(deployment, cluster.client(), target);
      return new OpenRollout(
          cluster,
          target,
          router,
          new Rollout(
              target,
              ReleaseSettings.of(deployment).build(),
              cluster.client(),
              router,
              metrics(site),
              Timer.get(),
              Clock.systemUTC(),
              run.getExternalizableId(),
              line -> listener.getLogger().println("[austa] " + line)));
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Where an environment is. */
  public static EnvironmentSite site(String environment) throws DeliveryFailedException {
    return AustaGlobalConfiguration.get()
        .environment(environment)
        .orElseThrow(
            () ->
                new DeliveryFailedException(
                    FailureKind.ENVIRONMENT,
                    "Jenkins does not know where environment \""
                        + environment
                        + "\" is. Add it under Manage Jenkins › AUSTA Pipeline."));
  }

  /** The rollout. */
  public Rollout rollout() {
    return rollout;
  }

  /** Chart and values of revisions that are not installed any more. */
  public RecordedRelease recorded() {
    return new RecordedRelease(cluster.client(), target);
  }

  /** Says what record and cluster say; blocks. */
  public StatusReader status() {
    return new StatusReader(cluster.client(), target, router, Clock.systemUTC());
  }

  private static MetricsSource metrics(EnvironmentSite site) {
    if (site.getPrometheusUrl() != null) {
      return new PrometheusMetrics(URI.create(site.getPrometheusUrl()), METRICS_TIMEOUT);
    }
    String reason =
        "no Prometheus is set for " + site.getName() + " under Manage Jenkins › AUSTA Pipeline";
    return query -> CompletableFuture.completedFuture(MetricValue.noData(reason));
  }

  @Override
  public void close() {
    rollout.close();
    cluster.close();
  }
}
